package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.References.Text;
import io.watertight.guard.code.References.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of the application, and where it belongs.
 *
 * @param java what ArchUnit knows of it: hierarchy, members, annotations
 * @param home the module in whose package it is
 * @param owner the module whose code it is, by where it is compiled: a class can be put into another module's package
 */
public record CodeType(
        JavaClass java,
        CodeUnit unit,
        @Nullable AppModule home,
        @Nullable AppModule owner,
        boolean isTest,
        SourceFile source,
        References references) {

    /** The owner, where it is known that there is one. */
    public AppModule module() {
        return Objects.requireNonNull(owner);
    }

    public String name() {
        return java.getName();
    }

    public String packageName() {
        return java.getPackageName();
    }

    /** With the types around it, and without the number of an anonymous one. */
    public String simpleName() {
        return name().substring(name().lastIndexOf('.') + 1)
                .replaceFirst("(\\$\\d+)+$", "")
                .replace('$', '.');
    }

    /** {@code package-info} and {@code module-info} are classes only to the class loader. */
    public boolean isDescriptor() {
        return name().endsWith("-info");
    }

    /** Whether it belongs to a module that has business, and data, of its own. */
    public boolean isInBusiness() {
        return owner != null && !owner.shared();
    }

    public boolean isOwnedBy(@Nullable AppModule module) {
        return Objects.equals(owner, module);
    }

    public boolean is(String annotation) {
        return Spring.has(java, annotation);
    }

    public boolean isBean() {
        return is(Spring.COMPONENT);
    }

    /** Whether it, and every type around it, is public in a package that its module exports, or a named interface. */
    public boolean isExported() {
        return home != null
                && Stream.<@Nullable JavaClass>iterate(
                                java,
                                Objects::nonNull,
                                it -> it.getEnclosingClass().orElse(null))
                        .allMatch(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                && (home.open()
                        || packageName().equals(home.basePackage())
                        || home.exportedPackages().contains(packageName())
                        || home.exportedTypes().contains(name()));
    }

    /** What stores, prints and checks the values of a shared module may use what does so. */
    public boolean isAdapterOfValues() {
        return isShared() && isOwnedBy(home) && (packageName() + ".").startsWith(module().basePackage() + ".adapters.");
    }

    /**
     * Whether it says how a service is called in another process: an interface of HTTP exchanges in the folder {@code remote}, beside
     * that of the modules. It stands on the module of the service, and nobody stands on it.
     */
    public boolean isRemoteInterface() {
        Path folder = unit.folder();
        return java.isInterface()
                && is(Spring.HTTP_EXCHANGE)
                && isShared()
                && folder != null
                && folder.endsWith("remote")
                && !folder.endsWith("modules/remote");
    }

    public String place() {
        return owner == null ? unit.inWords() : owner.inWords();
    }

    public String inWords() {
        String prefix = java.isAnonymousClass() ? "A class without a name in " : "";
        return "%s%s of %s".formatted(prefix, simpleName(), place());
    }

    /** The same of a method or field; of the class if the name is empty or a constructor's. */
    public String inWords(String member) {
        return member.isEmpty() || member.startsWith("<")
                ? inWords()
                : "%s.%s of %s".formatted(simpleName(), member, place());
    }

    public Set<Use> uses() {
        return references.uses();
    }

    public List<Call> calls() {
        return references.calls();
    }

    public Stream<Call> callsIn(String member) {
        return calls().stream().filter(it -> it.member().equals(member));
    }

    /** Those that each object of it has. */
    public Stream<JavaField> fields() {
        return java.getFields().stream().filter(it -> !it.getModifiers().contains(JavaModifier.STATIC));
    }

    /** Those of that name that it declares itself. */
    public Stream<JavaMethod> methods(String name) {
        return java.getMethods().stream().filter(it -> it.getName().equals(name));
    }

    public Stream<Text> texts() {
        return references.texts().stream();
    }

    public boolean isShared() {
        return owner != null && owner.shared();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeType it && it.java.equals(java);
    }

    @Override
    public int hashCode() {
        return java.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
