package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.watertight.guard.code.CodeUnit.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds an application's code: its main class leads to the project, that to the units, those to classes and modules. */
final class CodeBaseReader {

    private final String mainClass;
    private final String basePackage;
    private final @Nullable Project project;
    private final List<Path> classPath;

    CodeBaseReader(String mainClass, @Nullable Project project, List<Path> classPath) {
        this.mainClass = mainClass;
        this.basePackage = mainClass.substring(0, Math.max(0, mainClass.lastIndexOf('.')));
        this.project = project;
        this.classPath = classPath;
    }

    CodeBase read() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // ArchUnit looks up super-types and annotations of libraries by this loader.
        try (URLClassLoader loader = new URLClassLoader(urls(), before)) {
            thread.setContextClassLoader(loader);
            return readWith();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URL[] urls() throws MalformedURLException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        return urls;
    }

    private CodeBase readWith() {
        List<CodeUnit> units = new UnitFinder(mainClass, project, classPath).find();
        List<Settings.Setting> settings = project == null ? List.of() : Settings.in(project);
        Map<CodeUnit, List<JavaClass>> classes = importMain(units);
        List<AppModule> modules = new ModuleFinder(mainClass, classes, settings).find();
        List<CodeType> types = new ArrayList<>();
        List<CodeUnit> known = new ArrayList<>();
        classes.forEach((unit, all) -> {
            CodeUnit told = withRole(unit, modules);
            known.add(told);
            all.forEach(it -> types.add(type(it, told, modules, false)));
        });
        List<CodeType> tests = new ArrayList<>();
        importTests(known).forEach((unit, all) -> all.forEach(it -> tests.add(type(it, unit, modules, true))));
        return new CodeBase(mainClass, project, known, modules, types, tests, classPath, settings);
    }

    /** What holds shared modules alone is the kernel, and is told so by none but the modules. */
    private static CodeUnit withRole(CodeUnit unit, List<AppModule> modules) {
        List<AppModule> own =
                modules.stream().filter(it -> it.unit().equals(unit)).toList();
        boolean kernel =
                unit.role() == Role.MODULE && !own.isEmpty() && own.stream().allMatch(AppModule::shared);
        return kernel ? unit.as(Role.KERNEL) : unit;
    }

    private CodeType type(JavaClass java, CodeUnit unit, List<AppModule> modules, boolean test) {
        AppModule home = modules.stream()
                .filter(it -> it.holds(java.getPackageName()))
                .reduce((a, b) -> a.basePackage().length() > b.basePackage().length() ? a : b)
                .orElse(null);
        return new CodeType(java, ConstantsReader.read(bytes(java)), unit, home, ownerOf(home, unit, modules), test);
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

    private Map<CodeUnit, List<JavaClass>> importMain(List<CodeUnit> units) {
        Map<CodeUnit, List<JavaClass>> found = new LinkedHashMap<>();
        units.forEach(it -> found.put(it, new ArrayList<>()));
        // Apart from each other: a stranger may hold a class of the same name, and neither may hide the other.
        for (boolean strange : List.of(false, true)) {
            List<CodeUnit> some = units.stream()
                    .filter(it -> (it.role() == Role.STRANGER) == strange && !isThisGuard(it))
                    .toList();
            Map<String, CodeUnit> byPlace = new LinkedHashMap<>();
            some.forEach(it ->
                    it.classes().forEach(place -> byPlace.put(path(place.toUri().toString()), it)));
            for (JavaClass type : imported(
                    some.stream().map(CodeUnit::classes).flatMap(List::stream).toList())) {
                CodeUnit unit = unitOf(type, byPlace);
                if (unit != null && (!strange || isBelow(type.getPackageName()))) {
                    Objects.requireNonNull(found.get(unit)).add(type);
                }
            }
        }
        return found;
    }

    private boolean isBelow(String packageName) {
        return (packageName + ".").startsWith(basePackage + ".");
    }

    /** The guard is not a part of what it examines. */
    private static boolean isThisGuard(CodeUnit unit) {
        return unit.classes().stream().anyMatch(it -> UnitFinder.holds(it, "io/watertight/guard/Guard.class"));
    }

    /** Test sources of several units may hold a class of the same name; those are imported apart from each other. */
    private Map<CodeUnit, List<JavaClass>> importTests(List<CodeUnit> units) {
        Map<CodeUnit, List<JavaClass>> found = new LinkedHashMap<>();
        List<List<CodeUnit>> batches = new ArrayList<>();
        List<Set<String>> names = new ArrayList<>();
        for (CodeUnit unit : units) {
            Set<String> own = new HashSet<>();
            unit.tests().forEach(it -> own.addAll(classFiles(it)));
            int batch = 0;
            while (batch < batches.size() && names.get(batch).stream().anyMatch(own::contains)) {
                batch++;
            }
            if (batch == batches.size()) {
                batches.add(new ArrayList<>());
                names.add(new HashSet<>());
            }
            batches.get(batch).add(unit);
            names.get(batch).addAll(own);
        }
        for (List<CodeUnit> batch : batches) {
            Map<String, CodeUnit> byPlace = new LinkedHashMap<>();
            batch.forEach(it ->
                    it.tests().forEach(place -> byPlace.put(path(place.toUri().toString()), it)));
            for (JavaClass type : imported(
                    batch.stream().map(CodeUnit::tests).flatMap(List::stream).toList())) {
                CodeUnit unit = unitOf(type, byPlace);
                if (unit != null) {
                    found.computeIfAbsent(unit, _ -> new ArrayList<>()).add(type);
                }
            }
        }
        return found;
    }

    private static List<String> classFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".class"))
                    .map(it -> folder.relativize(it).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<JavaClass> imported(List<Path> places) {
        List<Location> locations = places.stream()
                .map(it ->
                        Files.isDirectory(it) ? Location.of(it) : Location.of(URI.create("jar:" + it.toUri() + "!/")))
                .toList();
        List<JavaClass> found = new ArrayList<>();
        new ClassFileImporter().importLocations(locations).forEach(found::add);
        int files = places.stream().mapToInt(it -> classFiles(it).size()).sum();
        if (files > 0 && found.isEmpty()) {
            throw new IllegalStateException(
                    "ArchUnit could read none of %d class files: an older version of it, %s, is on the class path. Use 1.4.1 or later."
                            .formatted(
                                    files, ClassFileImporter.class.getPackage().getImplementationVersion()));
        }
        return found;
    }

    private static @Nullable CodeUnit unitOf(JavaClass type, Map<String, CodeUnit> byPlace) {
        String place = path(type.getSource().map(it -> it.getUri().toString()).orElse(""));
        return byPlace.entrySet().stream()
                .filter(it -> place.startsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Of a folder, a jar or what is in it; how many slashes there are before it depends on who wrote it. */
    private static String path(String uri) {
        return uri.replaceFirst("^(jar:)?file:/+", "/");
    }

    static byte[] bytes(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
