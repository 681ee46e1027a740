package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeUnit.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One application, as it was found on disk and on the class path. Everything that rules talk about comes from here, so that
 * no rule depends on a package name that somebody typed.
 *
 * @param mainClass fully qualified
 * @param modules the shared ones too
 * @param types what people wrote and what runs in production
 * @param tests of all units, as far as they are compiled
 * @param classPath folders and jars that the application runs with, its own and libraries
 * @param byName also what a generator wrote
 */
public record CodeBase(
        String mainClass,
        @Nullable Project project,
        List<CodeUnit> units,
        List<AppModule> modules,
        List<CodeType> types,
        List<CodeType> tests,
        List<Path> classPath,
        List<Settings.Setting> settings,
        Map<String, CodeType> byName,
        Map<AppModule, List<CodeType>> exports,
        Persistence persistence,
        Migrations migrations,
        Tables tables) {

    static List<CodeType> written(List<CodeType> all) {
        return all.stream()
                .filter(it -> it.source().isWritten() && !it.isDescriptor())
                .toList();
    }

    /**
     * {@return the application of that main class, on the class path of this JVM}
     *
     * @param source where the class was loaded from
     */
    public static CodeBase ofThisJvm(String mainClass, @Nullable Path source) {
        // A class from the local Maven repository tells of no project; the folder that the build runs in does.
        Project project = source == null ? null : Project.around(source);
        return new CodeBaseReader(
                        mainClass,
                        project == null ? Project.around(Path.of("").toAbsolutePath()) : project,
                        CodeBaseReader.classPathOfThisJvm(source))
                .read();
    }

    /**
     * {@return an application that is not on the class path of this JVM}
     *
     * @param root of the project
     * @param classPath folders and jars that hold the main class and the other classes
     */
    public static CodeBase of(String mainClass, Path root, List<Path> classPath) {
        Path folder = root.toAbsolutePath().normalize();
        Project around = Project.around(folder);
        return new CodeBaseReader(
                        mainClass,
                        around == null ? new Project(folder) : around,
                        classPath.stream()
                                .map(it -> it.toAbsolutePath().normalize())
                                .distinct()
                                .toList())
                .read();
    }

    public String basePackage() {
        return mainClass.substring(0, Math.max(0, mainClass.lastIndexOf('.')));
    }

    /** Whether modules are compiled apart from each other. */
    public boolean isOneUnitPerModule() {
        return units.stream().anyMatch(it -> it.role() == Role.MODULE);
    }

    /** The modules that have business of their own. */
    public List<AppModule> businessModules() {
        return modules.stream().filter(it -> !it.shared()).toList();
    }

    public Optional<AppModule> module(String name) {
        return modules.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** Those of modules, the kernel and the application. */
    public Stream<CodeType> guarded() {
        return types.stream().filter(it -> it.unit().role() != Role.TECHNICAL || isInBasePackage(it.packageName()));
    }

    public boolean isInBasePackage(String packageName) {
        return (packageName + ".").startsWith(basePackage() + ".");
    }

    public Optional<CodeType> find(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /** Of an array, the type of its elements, which ArchUnit may not have read where only a call returns it. */
    public Optional<CodeType> find(JavaClass type) {
        return find(type.getName().replaceFirst("^\\[+L(.*);$", "$1"));
    }

    /** Whether it is one of the application's types, and of that kind. */
    public boolean is(JavaClass type, Predicate<CodeType> kind) {
        return find(type).filter(kind).isPresent();
    }

    /** The types that a module exports, in order of their names. */
    public List<CodeType> exportsOf(AppModule module) {
        return exports.getOrDefault(module, List.of());
    }

    /** A file in the root of the project, or in the current folder. */
    public Path inRoot(String name) {
        return (project == null ? Path.of("") : project.root()).resolve(name);
    }

    public String path(Path file) {
        return project == null ? file.toString() : project.path(file);
    }

    /** The files that somebody keeps in the project, by a pattern of their paths below its root. */
    public List<Path> files(String pattern) {
        return project == null ? List.of() : project.files(pattern);
    }

    /** The file of a class, or what its path would be. */
    public String path(CodeType type) {
        Path file = type.source().file();
        return file == null ? type.source().relative() : path(file);
    }
}
