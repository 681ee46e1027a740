package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has ArchUnit read the classes of units, almost all at once: what they have in common of libraries is read with each import. */
final class ClassImport {

    private final Map<String, Path> places = new LinkedHashMap<>();
    private final Map<Integer, List<Location>> imports = new LinkedHashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final Set<String> inherited = new HashSet<>();

    /** {@return the classes of each folder and jar}; the guard is not a part of what it examines. */
    static Map<Path, List<JavaClass>> read(List<CodeUnit> units) {
        ClassImport all = new ClassImport();
        units.stream()
                .map(CodeUnit::classes)
                .filter(it ->
                        it.stream().noneMatch(place -> UnitFinder.holds(place, "io/watertight/guard/Guard.class")))
                .flatMap(List::stream)
                .forEach(it -> all.add(it, false));
        units.stream().flatMap(it -> it.tests().stream()).forEach(it -> all.add(it, true));
        return LibraryTypes.with(all.inherited, all::read);
    }

    private void add(Path place, boolean tests) {
        places.put(path(place.toUri()), place);
        add(0, Files.isDirectory(place) ? place.toUri() : URI.create("jar:" + place.toUri() + "!/"));
        FileTree.each(place, "", (path, file) -> {
            if (path.endsWith(".class")) {
                LibraryTypes.addInherited(Project.bytes(file), inherited);
                inherited.add(path.replace('/', '.').replaceFirst("\\.class$", ""));
                int copy = copies.merge(path, 1, Integer::sum) - 1;
                if (copy > 0 && tests) {
                    // Of classes of one name, which units may have among their tests, ArchUnit reads the first.
                    add(copy, file.toUri());
                }
            }
        });
    }

    private void add(int number, URI location) {
        imports.computeIfAbsent(number, _ -> new ArrayList<>()).add(Location.of(location));
    }

    private Map<Path, List<JavaClass>> read() {
        Map<Path, List<JavaClass>> found = new HashMap<>();
        imports.values()
                .forEach(locations -> new ClassFileImporter()
                        .importLocations(locations)
                        .forEach(type -> {
                            String source = path(type.getSource().orElseThrow().getUri());
                            places.entrySet().stream()
                                    .filter(it -> source.startsWith(it.getKey()))
                                    .findFirst()
                                    .ifPresent(it -> found.computeIfAbsent(it.getValue(), _ -> new ArrayList<>())
                                            .add(type));
                        }));
        if (!copies.isEmpty() && found.isEmpty()) {
            throw new IllegalStateException(
                    "The guard needs ArchUnit 1.4.1 or later: the one on the class path, %s, could read none of %d class files."
                            .formatted(ClassFileImporter.class.getPackage().getImplementationVersion(), copies.size()));
        }
        return found;
    }

    /** Of a folder, a jar or what is in it; how many slashes there are before it depends on who wrote it. */
    private static String path(URI uri) {
        return uri.toString().replaceFirst("^(jar:)?file:/+", "/");
    }
}
