package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Endpoints.Endpoint;
import io.watertight.boundary.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;

/** The proxy before a shop in several processes passes each request on to the process whose module answers it. */
@ShopTest
class RoutesTests {

    private static final Path PROCESSES = Path.of("../compose.split.yml");
    private static final Path PROXY = Path.of("../docker/nginx/split.conf");

    private static final Pattern PROCESS =
            Pattern.compile("(?m)^ {2}(\\w+):\\n(?: {4}.*\\n|\\n)*? {6}WATERTIGHT_MODULES: \"?([\\w,]+)\"?$");
    private static final Pattern ROUTES = Pattern.compile("(?s)map \\$uri \\$process \\{(.*?)\\n}");
    private static final Pattern ROUTE = Pattern.compile("(?m)^ +~(\\S+) +(\\w+);$");
    private static final Pattern FRONT = Pattern.compile("(?m)^ +default +(\\w+);$");

    private static final String BASE = ShopApplication.class.getPackageName() + '.';

    /** The variable in the paths of pages that each process has for each of its modules. */
    private static final String OF_MODULE = "{module}";

    @Autowired
    ApplicationContext shop;

    @Autowired
    Modules modules;

    @Test
    void leadToTheProcessOfTheModule() throws IOException {
        String proxy = Files.readString(PROXY);
        assertThat(wrong(it -> routedBy(proxy, it)))
                .as("requests that %s sends elsewhere; %s says which module runs where", PROXY, PROCESSES)
                .isEmpty();
    }

    @Test
    void areTheSameOnKubernetes() throws IOException {
        Map<String, String> ingress = Manifests.routes();
        assertThat(wrong(path -> ingress.get(ingress.keySet().stream()
                        .filter(it -> (path + '/').startsWith(it.endsWith("/") ? it : it + '/'))
                        .max(Comparator.comparingInt(String::length))
                        .orElseThrow())))
                .isEmpty();
        assertThat(ingress).containsEntry("/internal", "nowhere");
    }

    /** A module that no process names runs in the front process. */
    @Test
    void haveAFrontThatRunsWhateverHasNoProcessOfItsOwn() throws IOException {
        String others =
                processes().keySet().stream().sorted().map(it -> '!' + it).collect(Collectors.joining(","));
        assertThat(Files.readString(PROCESSES)).contains("WATERTIGHT_MODULES: \"" + others + '"');
    }

    @Test
    void endBeforeCallsBetweenProcesses() throws IOException {
        assertThat(Files.readString(PROXY)).containsPattern("location /internal \\{\\s+return 404;\\s+}");
    }

    @Test
    void letFilesPassThatTheShopAccepts() throws IOException {
        long megabytes = shop.getEnvironment()
                .getProperty("watertight.web.max-upload-size", DataSize.class, DataSize.ofMegabytes(256))
                .toMegabytes();
        assertThat(Files.readString(PROXY)).contains("client_max_body_size %dm;".formatted(megabytes));
        assertThat(Files.readString(Path.of("../docker/nginx/shop.conf")))
                .contains("client_max_body_size %dm;".formatted(megabytes));
        assertThat(Files.readString(Path.of("../deploy/kubernetes/ingress.yaml")))
                .contains("nginx.ingress.kubernetes.io/proxy-body-size: %dm".formatted(megabytes));
    }

    private Stream<String> wrong(UnaryOperator<String> route) throws IOException {
        Map<String, String> processes = processes();
        String front = frontOf(Files.readString(PROXY));
        assertThat(processes).isNotEmpty();
        return Endpoints.of(shop).stream()
                .filter(it -> !it.path().equals(UnannotatedController.PATH))
                .flatMap(it -> modulesOf(it).flatMap(module -> {
                    String right = processes.getOrDefault(module, front);
                    String routed =
                            route.apply(it.path().replace(OF_MODULE, module).replaceAll("\\{[^}]*}", "x"));
                    return routed.equals(right)
                            ? Stream.empty()
                            : Stream.of("%s of %s: to %s instead of %s".formatted(it, module, routed, right));
                }));
    }

    private Stream<String> modulesOf(Endpoint endpoint) {
        return endpoint.path().contains(OF_MODULE) ? modules.everywhere().stream() : Stream.of(moduleOf(endpoint));
    }

    private static String routedBy(String proxy, String path) {
        return ROUTE.matcher(ROUTES.matcher(proxy)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .results()
                .filter(it -> Pattern.compile(it.group(1)).matcher(path).find())
                .map((MatchResult it) -> it.group(2))
                .findFirst()
                .orElseGet(() -> frontOf(proxy));
    }

    private static String moduleOf(Endpoint endpoint) {
        String controller = endpoint.handler().getBeanType().getName();
        return controller.startsWith(BASE) ? controller.substring(BASE.length()).replaceFirst("\\..*", "") : "";
    }

    private static String frontOf(String proxy) {
        return FRONT.matcher(proxy).results().findFirst().orElseThrow().group(1);
    }

    /** {@return the process of each module that has one of its own} */
    static Map<String, String> processes() throws IOException {
        return PROCESS.matcher(Files.readString(PROCESSES))
                .results()
                .flatMap(it -> List.of(it.group(2).split(",")).stream().map(module -> Map.entry(module, it.group(1))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
