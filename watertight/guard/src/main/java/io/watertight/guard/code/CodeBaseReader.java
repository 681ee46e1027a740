package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeUnit.Role;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds an application's code: its main class leads to the project, that to the units, those to classes and modules. */
record CodeBaseReader(String mainClass, @Nullable Project project, List<Path> classPath) {

    CodeBase read() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] urls = classPath.stream()
                .map(it -> FileTree.io(() -> it.toUri().toURL()))
                .toArray(URL[]::new);
        return FileTree.io(() -> {
            // Types of libraries are looked up by this loader.
            try (URLClassLoader loader = new URLClassLoader(urls, before)) {
                thread.setContextClassLoader(loader);
                return readWith();
            } finally {
                thread.setContextClassLoader(before);
            }
        });
    }

    private CodeBase readWith() {
        List<CodeUnit> units = new UnitFinder(mainClass, project, classPath).find();
        List<Settings.Setting> settings = project == null ? List.of() : Settings.read(project.files(Settings.FILES));
        Map<Path, List<JavaClass>> read = ClassImport.read(units);
        Map<CodeUnit, List<JavaClass>> classes = new LinkedHashMap<>();
        units.forEach(it -> classes.put(it, classes(it.classes(), read)));
        List<AppModule> modules = new ModuleFinder(mainClass, classes, settings).find();
        List<CodeType> types = new ArrayList<>();
        List<CodeType> tests = new ArrayList<>();
        List<CodeUnit> known = new ArrayList<>();
        classes.forEach((unit, all) -> {
            CodeUnit told = withRole(unit, modules);
            known.add(told);
            all.parallelStream().map(it -> type(it, told, modules, false)).forEachOrdered(types::add);
            List<JavaClass> beside = classes(unit.tests(), read);
            beside.parallelStream().map(it -> type(it, told, modules, true)).forEachOrdered(tests::add);
        });
        Map<String, CodeType> byName = new LinkedHashMap<>();
        types.forEach(it -> byName.putIfAbsent(it.name(), it));
        List<CodeType> written = CodeBase.written(types);
        Map<AppModule, List<CodeType>> exports = written.stream()
                .filter(CodeType::isExported)
                .sorted(Comparator.comparing(CodeType::name))
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.home())));
        Persistence persistence = new Persistence(written, byName);
        Migrations migrations = new Migrations(known, classPath);
        return new CodeBase(
                mainClass,
                project,
                known,
                modules,
                written,
                CodeBase.written(tests),
                classPath,
                settings,
                byName,
                exports,
                persistence,
                migrations,
                new Tables(modules, persistence, migrations));
    }

    private static List<JavaClass> classes(List<Path> places, Map<Path, List<JavaClass>> read) {
        return places.stream()
                .flatMap(it -> read.getOrDefault(it, List.of()).stream())
                .toList();
    }

    /** A unit with shared modules only is the kernel; that is known only when the modules are. */
    private static CodeUnit withRole(CodeUnit unit, List<AppModule> modules) {
        var own = modules.stream().filter(it -> it.unit().equals(unit)).toList();
        boolean kernel =
                unit.role() == Role.MODULE && !own.isEmpty() && own.stream().allMatch(AppModule::shared);
        return kernel
                ? new CodeUnit(unit.name(), Role.KERNEL, unit.folder(), unit.pom(), unit.classes(), unit.tests())
                : unit;
    }

    private CodeType type(JavaClass java, CodeUnit unit, List<AppModule> modules, boolean test) {
        AppModule home = modules.stream()
                .filter(it -> it.holds(java.getPackageName()))
                .reduce((a, b) -> a.basePackage().length() > b.basePackage().length() ? a : b)
                .orElse(null);
        return new CodeType(
                java, unit, home, ownerOf(home, unit, modules), test, SourceFile.of(java, unit), References.of(java));
    }

    private static @Nullable AppModule ownerOf(@Nullable AppModule home, CodeUnit unit, List<AppModule> modules) {
        if (home != null && isOf(home, unit)) {
            return home;
        }
        List<AppModule> own = modules.stream().filter(it -> isOf(it, unit)).toList();
        return own.size() == 1 && unit.role() != Role.APPLICATION ? own.getFirst() : null;
    }

    private static boolean isOf(AppModule module, CodeUnit unit) {
        return module.unit().name().equals(unit.name())
                && Objects.equals(module.unit().folder(), unit.folder());
    }

    static byte[] bytes(JavaClass type) {
        return FileTree.bytes(type.getSource().orElseThrow().getUri());
    }

    /** Also where surefire passes it on in the manifest of a jar, because a command line has an end. */
    static List<Path> classPathOfThisJvm(@Nullable Path mainSource) {
        String entries = System.getProperty("surefire.real.class.path", System.getProperty("java.class.path", ""));
        Stream<Path> named = Arrays.stream(entries.split(File.pathSeparator))
                .filter(it -> !it.isBlank())
                .map(it -> Path.of(it).toAbsolutePath().normalize())
                .filter(Files::exists)
                .flatMap(it -> Stream.concat(Stream.of(it), namedInManifest(it).stream()));
        var main = Stream.ofNullable(mainSource).map(it -> it.toAbsolutePath().normalize());
        return Stream.concat(named, main).distinct().toList();
    }

    private static List<Path> namedInManifest(Path jar) {
        if (!jar.toString().endsWith(".jar")) {
            return List.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return Stream.ofNullable(file.getManifest())
                    .flatMap(it -> Stream.ofNullable(it.getMainAttributes().getValue("Class-Path")))
                    .flatMap(it -> Arrays.stream(it.split(" ")))
                    .filter(it -> !it.isBlank())
                    .map(it -> jar.toUri().resolve(it))
                    .filter(it -> "file".equals(it.getScheme()))
                    .map(it -> Path.of(it).normalize())
                    .filter(Files::exists)
                    .toList();
        } catch (IOException _) {
            // Not a jar after all; the JVM does not mind such an entry either.
            return List.of();
        }
    }
}
