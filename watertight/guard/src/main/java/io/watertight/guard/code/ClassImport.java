package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Has ArchUnit read the classes of units. */
final class ClassImport {

    private ClassImport() {}

    /** The guard is not a part of what it examines. */
    static Map<CodeUnit, List<JavaClass>> main(List<CodeUnit> units) {
        Map<CodeUnit, List<JavaClass>> found = new LinkedHashMap<>();
        units.forEach(it -> found.put(it, List.of()));
        found.putAll(read(units.stream().filter(it -> !isThisGuard(it)).toList(), CodeUnit::classes));
        return found;
    }

    private static boolean isThisGuard(CodeUnit unit) {
        return unit.classes().stream().anyMatch(it -> UnitFinder.holds(it, "io/watertight/guard/Guard.class"));
    }

    /** Test sources of several units may hold a class of the same name; those are imported apart from each other. */
    static Map<CodeUnit, List<JavaClass>> tests(List<CodeUnit> units) {
        Map<CodeUnit, List<JavaClass>> found = new LinkedHashMap<>();
        List<CodeUnit> left = new ArrayList<>(units);
        while (!left.isEmpty()) {
            Set<String> names = new HashSet<>();
            List<CodeUnit> batch = left.stream()
                    .filter(it -> {
                        List<String> own = it.tests().stream()
                                .flatMap(folder -> classFiles(folder).stream())
                                .toList();
                        return own.stream().noneMatch(names::contains) && (names.addAll(own) || own.isEmpty());
                    })
                    .toList();
            left.removeAll(batch);
            found.putAll(read(batch, CodeUnit::tests));
        }
        return found;
    }

    private static Map<CodeUnit, List<JavaClass>> read(List<CodeUnit> units, Function<CodeUnit, List<Path>> places) {
        Map<String, CodeUnit> byPlace = new LinkedHashMap<>();
        units.forEach(it ->
                places.apply(it).forEach(place -> byPlace.put(path(place.toUri().toString()), it)));
        Map<CodeUnit, List<JavaClass>> found = new LinkedHashMap<>();
        for (JavaClass type :
                imported(units.stream().map(places).flatMap(List::stream).toList())) {
            String source =
                    path(type.getSource().map(it -> it.getUri().toString()).orElse(""));
            byPlace.entrySet().stream()
                    .filter(it -> source.startsWith(it.getKey()))
                    .findFirst()
                    .ifPresent(it -> found.computeIfAbsent(it.getValue(), _ -> new ArrayList<>())
                            .add(type));
        }
        return found;
    }

    /** Of a folder, a jar or what is in it; how many slashes there are before it depends on who wrote it. */
    private static String path(String uri) {
        return uri.replaceFirst("^(jar:)?file:/+", "/");
    }

    private static Collection<JavaClass> imported(List<Path> places) {
        List<Location> locations = places.stream()
                .map(it ->
                        Files.isDirectory(it) ? Location.of(it) : Location.of(URI.create("jar:" + it.toUri() + "!/")))
                .toList();
        JavaClasses found = new ClassFileImporter().importLocations(locations);
        int files = places.stream().mapToInt(it -> classFiles(it).size()).sum();
        if (files > 0 && found.isEmpty()) {
            throw new IllegalStateException(
                    "The guard needs ArchUnit 1.4.1 or later: the one on the class path, %s, could read none of %d class files."
                            .formatted(ClassFileImporter.class.getPackage().getImplementationVersion(), files));
        }
        return found;
    }

    private static List<String> classFiles(Path folder) {
        List<String> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            FileTree.each(folder, "", (path, _) -> files.add(path));
        }
        files.removeIf(it -> !it.endsWith(".class"));
        return files;
    }
}
