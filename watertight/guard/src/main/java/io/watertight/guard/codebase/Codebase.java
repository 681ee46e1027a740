package io.watertight.guard.codebase;

import io.watertight.guard.codebase.CodeUnit.Role;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One application, as it was found on disk and on the classpath. Everything that rules talk about comes from here, so that
 * no rule depends on a package name that somebody typed.
 */
public final class Codebase {

    private final String mainClass;
    private final @Nullable Reactor reactor;
    private final List<CodeUnit> units;
    private final List<DomainModule> modules;
    private final List<CodeClass> classes;
    private final List<CodeClass> tests;
    private final List<Path> classpath;
    private final Map<String, CodeClass> byName;
    private final Persistence persistence;
    private final Migrations migrations;

    Codebase(
            String mainClass,
            @Nullable Reactor reactor,
            List<CodeUnit> units,
            List<DomainModule> modules,
            List<CodeClass> classes,
            List<CodeClass> tests,
            List<Path> classpath) {
        this.mainClass = mainClass;
        this.reactor = reactor;
        this.units = List.copyOf(units);
        this.modules = List.copyOf(modules);
        this.classes = List.copyOf(classes);
        this.tests = List.copyOf(tests);
        this.classpath = List.copyOf(classpath);
        this.byName = classes.stream().collect(Collectors.toMap(CodeClass::name, Function.identity(), (a, _) -> a));
        this.persistence = new Persistence(this);
        this.migrations = new Migrations(MigrationFinder.find(units, classpath), modules);
    }

    /** {@return the application of that main class, found from where the class was loaded} */
    public static Codebase of(Class<?> mainClass) {
        return CodebaseReader.onTheClasspath(mainClass).read();
    }

    /**
     * {@return an application that is not on the classpath of this JVM}
     *
     * @param classpath folders and jars that hold the main class and the other classes
     */
    public static Codebase of(String mainClass, Path start, List<Path> classpath) {
        return new CodebaseReader(mainClass, start, classpath).read();
    }

    /** Fully qualified. */
    public String mainClass() {
        return mainClass;
    }

    public String basePackage() {
        return mainClass.substring(0, Math.max(0, mainClass.lastIndexOf('.')));
    }

    public @Nullable Reactor reactor() {
        return reactor;
    }

    public List<CodeUnit> units() {
        return units;
    }

    /** Whether each module is compiled apart, as folders below {@code modules/}. */
    public boolean isOneUnitPerModule() {
        return units.stream().anyMatch(it -> it.role() == Role.MODULE);
    }

    /** All modules, the shared ones too. */
    public List<DomainModule> modules() {
        return modules;
    }

    /** The modules that have business of their own: not the shared kernel. */
    public List<DomainModule> businessModules() {
        return modules.stream().filter(it -> !it.shared()).toList();
    }

    public Optional<DomainModule> module(String name) {
        return modules.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** What runs in production; no test, no descriptor. */
    public List<CodeClass> classes() {
        return classes;
    }

    /** Those that the bans are for: of modules, the shared kernel and the application, and what strangers put among them. */
    public Stream<CodeClass> guardedClasses() {
        return classes.stream().filter(it -> it.unit().role() != Role.TECHNICAL || isInBasePackage(it.packageName()));
    }

    /** Whether the package is the application's base package or lies below it. */
    public boolean isInBasePackage(String packageName) {
        return packageName.equals(basePackage()) || packageName.startsWith(basePackage() + ".");
    }

    /** Tests of all units, as far as they are compiled. */
    public List<CodeClass> tests() {
        return tests;
    }

    /** Folders and jars that the application runs with, its own and libraries. */
    public List<Path> classpath() {
        return classpath;
    }

    public Optional<CodeClass> find(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    public Optional<CodeClass> find(JavaClass type) {
        return find(type.getName());
    }

    /** Whether the type belongs to the application at all. */
    public boolean owns(String className) {
        return byName.containsKey(className);
    }

    /** Whether the type, and every type around it, is public and in a package that its module exports. */
    public boolean isExported(CodeClass candidate) {
        DomainModule home = candidate.home();
        if (home == null || !home.exports(candidate.packageName())) {
            return false;
        }
        for (Optional<JavaClass> type = Optional.of(candidate.type());
                type.isPresent();
                type = type.get().getEnclosingClass()) {
            if (!type.get().getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** The types that a module exports, in order of their names. */
    public List<CodeClass> exportsOf(DomainModule module) {
        return classes.stream()
                .filter(it -> module.equals(it.home()) && !it.isDescriptor() && isExported(it))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /** Entities, repositories, tables. */
    public Persistence persistence() {
        return persistence;
    }

    /** Scripts, schemas, and what is in them. */
    public Migrations migrations() {
        return migrations;
    }

    /** Who stands behind this class, in words. */
    public String roomOf(CodeClass type) {
        DomainModule actor = type.actor();
        if (actor != null) {
            return actor.shared() ? "the shared kernel" : "module '%s'".formatted(actor.name());
        }
        return switch (type.unit().role()) {
            case APPLICATION -> "the application";
            case STRANGER -> "the jar %s".formatted(type.unit().name());
            default -> "'%s'".formatted(type.unit().name());
        };
    }

    /** A file as the reader of a message would look for it. */
    public String path(Path file) {
        Path shown = reactor != null && file.toAbsolutePath().startsWith(reactor.root())
                ? reactor.root().relativize(file.toAbsolutePath())
                : file;
        return shown.toString().replace('\\', '/');
    }

    /** {@code file:line} of something in a class. */
    public String where(CodeClass type, int line) {
        return Sources.of(type)
                .map(it -> "%s:%d".formatted(path(it), line))
                .orElseGet(() -> "%s:%d (in %s)"
                        .formatted(Sources.relative(type), line, type.unit().name()));
    }

    /** {@code file:line} of the declaration of a class. */
    public String where(CodeClass type) {
        return where(type, Sources.lineOf(type));
    }

    /** {@code file:line} of the declaration of a field, method or record component; of the class if it is not found. */
    public String where(CodeClass type, String member) {
        return where(type, Sources.lineOf(type, member));
    }
}
