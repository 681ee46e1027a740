package io.watertight.security;

import io.watertight.security.EndpointRules.Rule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The menu and the panels of the home page, discovered by convention: a module with {@code <name>.menu} in
 * {@code messages/<name>.properties} and a page at {@code /<name>} gets a menu entry, and with {@code /<name>/home} also a
 * panel. {@code <name>.menu.place} sets the position in the menu, {@code <name>.home.place} a different one among the panels.
 */
public class Menu {

    private static final String LOCATION = "classpath*:messages/*.properties";
    private static final String LAST = "99";

    private final List<Place> places;

    /**
     * @param elsewhere the controllers that may be beans of other processes only
     */
    Menu(
            ResourcePatternResolver resources,
            MessageSource messages,
            RequestMappingHandlerMapping endpoints,
            List<? extends Class<?>> elsewhere,
            EndpointRules rules)
            throws IOException {
        Map<String, Optional<Rule>> pages = new HashMap<>();
        Mappings mappings = new Mappings();
        elsewhere.forEach(controller -> mappings.in(controller)
                .forEach((method, mapping) -> add(mapping, rules.ruleFor(method, controller), pages)));
        endpoints.getHandlerMethods().forEach((mapping, page) -> add(mapping, rules.ruleFor(page), pages));
        this.places = Arrays.stream(resources.getResources(LOCATION))
                .map(it -> StringUtils.stripFilenameExtension(String.valueOf(it.getFilename())))
                .distinct()
                .flatMap(it -> placeOf(it, messages, pages).stream())
                .sorted(Comparator.comparing(Place::order).thenComparing(Place::name))
                .toList();
    }

    private static Optional<Place> placeOf(String name, MessageSource messages, Map<String, Optional<Rule>> pages) {
        String title = messages.getMessage(name + ".menu", null, null, Locale.ENGLISH);
        String path = '/' + name;
        if (title == null || !pages.containsKey(path)) {
            return Optional.empty();
        }
        String order = String.valueOf(messages.getMessage(name + ".menu.place", null, LAST, Locale.ENGLISH));
        String panelOrder = String.valueOf(messages.getMessage(name + ".home.place", null, order, Locale.ENGLISH));
        return Optional.of(new Place(
                name, title, order, pages.get(path), panelOrder, pages.getOrDefault(path + "/home", Optional.empty())));
    }

    private static void add(RequestMappingInfo mapping, Optional<Rule> rule, Map<String, Optional<Rule>> pages) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
            mapping.getDirectPaths().forEach(it -> pages.put(it, rule));
        }
    }

    /**
     * {@return the entries that the caller may open}
     *
     * @param path the path of the current page
     */
    List<Entry> entriesFor(@Nullable Authentication caller, String path) {
        return places.stream()
                .filter(it -> mayOpen(caller, it.page()))
                .map(it -> new Entry(it.title(), it.path(), (path + '/').startsWith(it.path() + '/')))
                .toList();
    }

    /** {@return the panels that the caller of the current request may see on the home page} */
    public List<Panel> panels() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return places.stream()
                .filter(it -> mayOpen(caller, it.panel()))
                .sorted(Comparator.comparing(Place::panelOrder))
                .map(it -> new Panel(it.title(), it.path(), it.path() + "/home"))
                .toList();
    }

    private static boolean mayOpen(@Nullable Authentication caller, Optional<Rule> page) {
        return page.filter(it -> it.admits(caller)).isPresent();
    }

    /**
     * @param page who may open it; empty if nobody
     * @param panel the same; empty also if there is none
     */
    private record Place(
            String name, String title, String order, Optional<Rule> page, String panelOrder, Optional<Rule> panel) {

        String path() {
            return '/' + name;
        }
    }

    /**
     * A panel of the home page.
     *
     * @param page the path of the page that it summarises
     * @param content the path of its content
     */
    public record Panel(String title, String page, String content) {}

    /** An entry of the menu. */
    record Entry(String title, String path, boolean current) {}

    /** Reads the annotations of controllers that need not be beans. */
    private static class Mappings extends RequestMappingHandlerMapping {

        Map<Method, RequestMappingInfo> in(Class<?> controller) {
            return MethodIntrospector.selectMethods(controller, (Method it) -> getMappingForMethod(it, controller));
        }
    }
}
