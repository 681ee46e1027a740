package io.watertight.guard.rules.exports;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.net.URLConnection;
import java.util.Optional;

/** Reads a class file again, for what ArchUnit does not keep. */
final class ClassBytes {

    private ClassBytes() {}

    static Optional<ClassModel> read(JavaClass type) {
        return type.getSource().map(it -> read(it.getUri()));
    }

    /** Whether the last parameter is written with three dots. */
    static boolean isVarargs(JavaCodeUnit unit) {
        return read(unit.getOwner()).stream()
                .flatMap(it -> it.methods().stream())
                .anyMatch(it -> it.flags().has(AccessFlag.VARARGS)
                        && it.methodName().equalsString(unit.getName())
                        && it.methodType().equalsString(unit.getDescriptor()));
    }

    private static ClassModel read(URI uri) {
        try {
            URLConnection connection = uri.toURL().openConnection();
            connection.setUseCaches(false);
            try (var stream = connection.getInputStream()) {
                return ClassFile.of().parse(stream.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
