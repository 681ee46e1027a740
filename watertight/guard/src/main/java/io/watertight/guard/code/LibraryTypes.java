package io.watertight.guard.code;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.resolvers.ClassResolver;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives ArchUnit the types of libraries: whole if they are annotations, or if a class of the application inherits from them; the others,
 * which are thousands, without members, because rules ask only what they are, extend and implement. The application's own are whole.
 */
final class LibraryTypes implements ClassResolver {

    private static final ClassTransform SHALLOW = ClassTransform.dropping(
            it -> it instanceof MethodModel || it instanceof FieldModel || it instanceof PermittedSubclassesAttribute);

    private final Path file;
    private final Set<String> inherited;
    private @Nullable ClassUriImporter importer;

    /** Called by ArchUnit with the names of what has members. */
    LibraryTypes(List<String> arguments) {
        file = FileTree.io(() -> Files.createTempFile("guard", ".class"));
        file.toFile().deleteOnExit();
        inherited = new HashSet<>(arguments);
    }

    /** Imports with libraries of which these types are inherited. */
    static <T> T with(Set<String> inherited, Supplier<T> importing) {
        return ArchConfiguration.withThreadLocalScope(it -> {
            it.setClassResolver(LibraryTypes.class);
            it.setClassResolverArguments(String.join(",", inherited));
            return importing.get();
        });
    }

    /** Adds the names of what a class extends and implements, and of what that does. */
    static void addInherited(byte[] type, Set<String> names) {
        try {
            ClassModel model = ClassFile.of().parse(type);
            Stream.concat(model.superclass().stream(), model.interfaces().stream())
                    .map(it -> it.asInternalName().replace('/', '.'))
                    .filter(names::add)
                    .flatMap(it -> find(it).stream())
                    .forEach(it -> addInherited(FileTree.bytes(it), names));
        } catch (IllegalArgumentException _) {
            // It is broken, or newer than this JDK: ArchUnit warns of it and goes on.
        }
    }

    @Override
    public void setClassUriImporter(ClassUriImporter importer) {
        this.importer = importer;
    }

    @Override
    public Optional<JavaClass> tryResolve(String name) {
        return find(name).flatMap(it -> Objects.requireNonNull(importer).tryImport(shallow(name, it)));
    }

    private URI shallow(String name, URI uri) {
        try {
            ClassModel model = ClassFile.of().parse(FileTree.bytes(uri));
            return inherited.contains(name) || model.flags().has(AccessFlag.ANNOTATION)
                    ? uri
                    : FileTree.io(() -> Files.write(file, ClassFile.of().transformClass(model, SHALLOW)))
                            .toUri();
        } catch (IllegalArgumentException _) {
            return uri;
        }
    }

    private static Optional<URI> find(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Optional.ofNullable(loader.getResource(name.replace('.', '/') + ".class"))
                .map(it -> URI.create("" + it));
    }
}
