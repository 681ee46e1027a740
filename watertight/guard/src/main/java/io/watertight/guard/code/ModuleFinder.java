package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds modules as Spring Modulith does, also without it: each package directly below the application's, and any that is declared to be one. */
final class ModuleFinder {

    /** What code bases that are cut by technique call their packages. */
    private static final Pattern LAYERS = Pattern.compile(
            "adapters?|ports?|controllers?|web|rest|api|services?|repositor(y|ies)|dao|models?|entit(y|ies)|domain|dtos?|config|configuration|utils?|exceptions?|mappers?|persistence|infrastructure|application|security");

    private final String basePackage;
    private final Map<CodeUnit, List<JavaClass>> classes;
    private final List<String> shared;
    private final boolean declaredOnly;

    ModuleFinder(String mainClass, Map<CodeUnit, List<JavaClass>> classes, List<Settings.Setting> settings) {
        this.basePackage = mainClass.substring(0, Math.max(0, mainClass.lastIndexOf('.')));
        this.classes = classes;
        this.shared = classes.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.getName().equals(mainClass))
                .flatMap(it -> Stream.of(Spring.MODULITHIC, Spring.MODULITH)
                        .flatMap(name -> it.tryGetAnnotationOfType(name).stream()))
                .flatMap(it -> strings(it, "sharedModules").stream())
                .toList();
        this.declaredOnly = settings.stream()
                .anyMatch(it -> it.name().equals("spring.modulith.detection-strategy")
                        && it.value().equals("explicitly-annotated"));
    }

    List<AppModule> find() {
        Map<String, Map<CodeUnit, Long>> byPackage = new TreeMap<>();
        classes.forEach((unit, all) -> {
            Set<String> declared = declaredPackages(all);
            all.forEach(it -> packageOf(it, declared)
                    .ifPresent(name -> byPackage
                            .computeIfAbsent(name, _ -> new LinkedHashMap<>())
                            .merge(unit, 1L, Long::sum)));
        });
        List<AppModule> modules = new ArrayList<>();
        byPackage.forEach((name, units) -> modules.add(module(name, unitOf(name, units))));
        long layers = modules.stream()
                .filter(it -> LAYERS.matcher(it.name()).matches() && !it.declared())
                .count();
        return layers * 2 > modules.size() && modules.stream().noneMatch(AppModule::declared) ? List.of() : modules;
    }

    /** A package belongs to the unit of its name, even if others put classes into it; else to the unit with most of its classes. */
    private static CodeUnit unitOf(String packageName, Map<CodeUnit, Long> units) {
        String simple = packageName.substring(packageName.lastIndexOf('.') + 1);
        return units.keySet().stream()
                .filter(it -> it.name().equals(simple))
                .findFirst()
                .orElseGet(() -> units.entrySet().stream()
                        .max(Map.Entry.<CodeUnit, Long>comparingByValue()
                                .thenComparing(it -> -it.getKey().role().ordinal()))
                        .orElseThrow()
                        .getKey());
    }

    private Optional<String> packageOf(JavaClass type, Set<String> declared) {
        String name = type.getPackageName();
        Optional<String> nested = declared.stream()
                .filter(it -> (name + ".").startsWith(it + "."))
                .max(Comparator.comparingInt(String::length));
        if (nested.isPresent() || declaredOnly) {
            return nested;
        }
        String prefix = basePackage + ".";
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        String below = name.substring(prefix.length());
        return Optional.of(prefix + (below.contains(".") ? below.substring(0, below.indexOf('.')) : below));
    }

    /** Directly below the application's package, or anywhere where only declared ones count. */
    private Set<String> declaredPackages(List<JavaClass> all) {
        return all.stream()
                .filter(it -> isDescriptor(it) && it.isAnnotatedWith(Spring.APPLICATION_MODULE))
                .map(JavaClass::getPackageName)
                .filter(it -> declaredOnly || !it.matches("\\Q%s.\\E\\w+\\..*".formatted(basePackage)))
                .filter(it -> !it.equals(basePackage))
                .collect(Collectors.toSet());
    }

    /** Kotlin has no package-info, so a type of the package has the annotations that Java puts there. */
    private static boolean isDescriptor(JavaClass type) {
        return type.getSimpleName().equals("package-info") || type.isAnnotatedWith(Spring.PACKAGE_INFO);
    }

    private AppModule module(String packageName, CodeUnit unit) {
        List<JavaClass> all = classes.getOrDefault(unit, List.of()).stream()
                .filter(it -> (it.getPackageName() + ".").startsWith(packageName + "."))
                .toList();
        JavaClass descriptor = all.stream()
                .filter(it -> isDescriptor(it) && it.getPackageName().equals(packageName))
                .filter(it -> it.isAnnotatedWith(Spring.APPLICATION_MODULE))
                .findFirst()
                .orElse(null);
        var declaration = descriptor == null ? null : descriptor.getAnnotationOfType(Spring.APPLICATION_MODULE);
        String id = declaration == null ? "" : Spring.text(declaration, "id");
        String name = id.isEmpty() ? packageName.substring(packageName.lastIndexOf('.') + 1) : id;
        return new AppModule(
                name,
                packageName,
                named(all, ModuleFinder::isDescriptor, JavaClass::getPackageName),
                named(all, it -> !isDescriptor(it), JavaClass::getName),
                descriptor == null || declaration == null ? null : allowed(descriptor, declaration),
                declaration != null
                        && declaration.get("type").orElse("") instanceof JavaEnumConstant it
                        && it.name().equals("OPEN"),
                shared.contains(name),
                declaration != null,
                unit);
    }

    private static Set<String> named(List<JavaClass> all, Predicate<JavaClass> kind, Function<JavaClass, String> name) {
        return all.stream()
                .filter(kind)
                .filter(it -> it.isAnnotatedWith(Spring.NAMED_INTERFACE))
                .map(name)
                .collect(Collectors.toSet());
    }

    private static @Nullable List<String> allowed(JavaClass descriptor, JavaAnnotation<?> declaration) {
        // Where Spring Modulith is not on the class path, ArchUnit leaves out an empty array; its name is in the file.
        String file = new String(CodeBaseReader.bytes(descriptor), StandardCharsets.ISO_8859_1);
        return file.contains("allowedDependencies")
                ? strings(declaration, "allowedDependencies").stream()
                        .map(it -> it.replaceFirst("\\s*::.*", ""))
                        .distinct()
                        .toList()
                : null;
    }

    static List<String> strings(JavaAnnotation<?> annotation, String attribute) {
        return switch (annotation.get(attribute).orElse("")) {
            case Object[] array -> Arrays.stream(array).map(Object::toString).toList();
            case String text -> text.isEmpty() ? List.of() : List.of(text);
            default -> List.of();
        };
    }
}
