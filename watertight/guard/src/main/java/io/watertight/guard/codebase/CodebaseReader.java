package io.watertight.guard.codebase;

import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeUnit.Role;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds an application's code: its main class leads to the reactor, that to the units, those to classes and modules. */
final class CodebaseReader {

    private final String mainClass;
    private final String basePackage;
    private final @Nullable Reactor reactor;
    private final List<Path> classpath;

    /**
     * @param start a folder or file of the reactor
     * @param classpath folders and jars
     */
    CodebaseReader(String mainClass, Path start, List<Path> classpath) {
        this.mainClass = mainClass;
        this.basePackage = mainClass.substring(0, Math.max(0, mainClass.lastIndexOf('.')));
        this.reactor = Reactor.around(start.toAbsolutePath().normalize());
        this.classpath = classpath.stream()
                .map(it -> it.toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    static CodebaseReader onTheClasspath(Class<?> mainClass) {
        Path source = Classpath.sourceOf(mainClass);
        // A class from the local Maven repository tells of no reactor; the folder that the build runs in does.
        Path start = Reactor.around(source) == null ? Path.of("") : source;
        return new CodebaseReader(mainClass.getName(), start, Classpath.ofThisJvm());
    }

    Codebase read() {
        List<CodeUnit> units = new UnitFinder(mainClass, basePackage, reactor, classpath).find();
        Map<CodeUnit, Map<String, ClassFacts>> facts = new HashMap<>();
        for (CodeUnit unit : units) {
            if (unit.classes() != null && !isThisSuite(unit.classes())) {
                facts.put(unit, ClassFiles.factsIn(unit.classes(), unit.role() == Role.STRANGER ? basePackage : ""));
            }
        }
        List<DomainModule> modules = modules(facts);
        return new Codebase(
                mainClass, reactor, units, modules, classes(units, facts, modules), tests(units, modules), classpath);
    }

    /** The suite is not a part of what it examines. */
    private static boolean isThisSuite(Path folderOrJar) {
        return folderOrJar.equals(Classpath.sourceOf(CodebaseReader.class));
    }

    private List<DomainModule> modules(Map<CodeUnit, Map<String, ClassFacts>> facts) {
        List<String> shared = facts.values().stream()
                .map(it -> it.get(mainClass))
                .filter(java.util.Objects::nonNull)
                .flatMap(ClassFacts::notesOnType)
                .filter(it -> it.type().equals(Names.MODULITHIC))
                .flatMap(it -> it.all("sharedModules").stream())
                .toList();
        Map<String, DomainModule> modules = new TreeMap<>();
        // A package belongs to the module that bears its name, whoever else puts classes into it.
        for (Role role : List.of(Role.MODULE, Role.KERNEL, Role.APPLICATION)) {
            facts.forEach((unit, classes) -> {
                if (unit.role() == role) {
                    for (String name : directSubPackages(classes)) {
                        String module = name.substring(basePackage.length() + 1);
                        if (role != Role.MODULE || unit.name().equals(module)) {
                            modules.putIfAbsent(name, module(name, classes, shared, unit));
                        }
                    }
                }
            });
        }
        return List.copyOf(modules.values());
    }

    private List<String> directSubPackages(Map<String, ClassFacts> facts) {
        String prefix = basePackage + ".";
        return facts.keySet().stream()
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .filter(it -> it.contains("."))
                .map(it -> prefix + it.substring(0, it.indexOf('.')))
                .distinct()
                .toList();
    }

    private static DomainModule module(
            String basePackage, Map<String, ClassFacts> facts, List<String> shared, CodeUnit unit) {
        String simpleName = basePackage.substring(basePackage.lastIndexOf('.') + 1);
        ClassFacts descriptor = facts.get(basePackage + ".package-info");
        Note declaration = descriptor == null
                ? null
                : descriptor
                        .notesOnType()
                        .filter(it -> it.type().equals(Names.APPLICATION_MODULE))
                        .findFirst()
                        .orElse(null);
        String name = declaration == null || declaration.all("id").isEmpty()
                ? simpleName
                : declaration.all("id").getFirst();
        var named = facts.values().stream()
                .filter(it ->
                        it.name().startsWith(basePackage + ".") && it.name().endsWith(".package-info"))
                .filter(it -> it.notesOnType().anyMatch(note -> note.type().equals(Names.NAMED_INTERFACE)))
                .map(it -> it.name().replaceFirst("\\.package-info$", ""))
                .collect(Collectors.toSet());
        return new DomainModule(
                name,
                basePackage,
                named,
                declaration == null ? null : allowedDependencies(declaration),
                declaration != null && declaration.all("type").contains("OPEN"),
                shared.contains(name),
                unit);
    }

    /** {@code allowedDependencies = {}} leaves no value behind, only the attribute's name. */
    private static @Nullable List<String> allowedDependencies(Note declaration) {
        String attribute = "allowedDependencies";
        List<String> allowed = declaration.all(attribute);
        return allowed.isEmpty() && !declaration.emptyArrays().contains(attribute) ? null : allowed;
    }

    private List<CodeClass> classes(
            List<CodeUnit> units, Map<CodeUnit, Map<String, ClassFacts>> facts, List<DomainModule> modules) {
        List<CodeClass> all = new ArrayList<>();
        for (CodeUnit unit : units) {
            // One import by unit: two units may hold a class of the same name, and neither may hide the other.
            var ofUnit = facts.getOrDefault(unit, Map.of());
            if (unit.classes() != null && !ofUnit.isEmpty()) {
                add(all, unit, importAround(unit, units), ofUnit, modules, false);
            }
        }
        return all;
    }

    private final Map<Role, JavaClasses> imported = new HashMap<>();

    private JavaClasses importAround(CodeUnit unit, List<CodeUnit> units) {
        Role key = unit.role() == Role.STRANGER ? Role.STRANGER : Role.MODULE;
        return imported.computeIfAbsent(
                key,
                _ -> new ClassFileImporter()
                        .importLocations(units.stream()
                                .filter(it -> (it.role() == Role.STRANGER) == (key == Role.STRANGER))
                                .map(CodeUnit::classes)
                                .filter(it -> it != null && !isThisSuite(it))
                                .map(CodebaseReader::location)
                                .toList()));
    }

    private static Location location(Path folderOrJar) {
        return Files.isDirectory(folderOrJar)
                ? Location.of(folderOrJar)
                : Location.of(URI.create("jar:" + folderOrJar.toUri() + "!/"));
    }

    private List<CodeClass> tests(List<CodeUnit> units, List<DomainModule> modules) {
        List<CodeClass> all = new ArrayList<>();
        for (CodeUnit unit : units) {
            if (unit.testClasses() != null) {
                add(
                        all,
                        unit,
                        importAlone(unit.testClasses()),
                        ClassFiles.factsIn(unit.testClasses(), ""),
                        modules,
                        true);
            }
        }
        return all;
    }

    /** Rules on tests ask for names only, and libraries of tests are many. */
    private static JavaClasses importAlone(Path folder) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPaths(folder);
        });
    }

    private static void add(
            List<CodeClass> all,
            CodeUnit unit,
            JavaClasses imported,
            Map<String, ClassFacts> facts,
            List<DomainModule> modules,
            boolean test) {
        facts.values().forEach(it -> {
            if (imported.contain(it.name())) {
                JavaClass type = imported.get(it.name());
                DomainModule home = modules.stream()
                        .filter(module -> module.holds(type.getPackageName()))
                        .findFirst()
                        .orElse(null);
                all.add(new CodeClass(type, it, unit, home, actor(unit, home, modules), test));
            }
        });
    }

    private static @Nullable DomainModule actor(
            CodeUnit unit, @Nullable DomainModule home, List<DomainModule> modules) {
        return switch (unit.role()) {
            case MODULE, KERNEL ->
                modules.stream()
                        .filter(it -> it.unit().equals(unit))
                        .findFirst()
                        .orElse(null);
            case APPLICATION -> home != null && home.unit().equals(unit) ? home : null;
            case TECHNICAL, STRANGER -> null;
        };
    }
}
