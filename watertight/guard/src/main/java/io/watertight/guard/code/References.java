package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a class refers to, in one order, so that what is found and what is said of it are the same in each run.
 *
 * @param uses every type that it names, own ones and those of libraries, and on which line; 0 where none is known
 * @param calls every method, constructor and field that it uses, from lambdas too
 * @param texts strings in code, in constants and in annotations
 * @param casts types in casts and type patterns, and of new arrays
 * @param lambdas lambdas and method references as values
 */
public record References(Set<Use> uses, List<Call> calls, List<Text> texts, List<Use> casts, List<Lambda> lambdas) {

    static References of(JavaClass java) {
        ConstantsReader constants = ConstantsReader.read(CodeBaseReader.bytes(java));
        Set<Use> uses = new TreeSet<>(
                Comparator.comparingInt(Use::line).thenComparing(Use::type).thenComparing(Use::member));
        for (Dependency it : java.getDirectDependenciesFromSelf()) {
            String type = it.getTargetClass().getBaseComponentType().getName();
            uses.add(new Use(type, "", it.getSourceCodeLocation().getLineNumber()));
        }
        uses.addAll(constants.casts);
        return new References(
                uses,
                java.getAccessesFromSelf().stream()
                        .map(References::call)
                        .sorted(Comparator.comparingInt(Call::line).thenComparing(Call::fullName))
                        .toList(),
                constants.texts,
                constants.casts,
                constants.lambdas);
    }

    private static Call call(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass result = switch (target) {
            case AccessTarget.MethodCallTarget it -> it.getRawReturnType();
            case AccessTarget.MethodReferenceTarget it -> it.getRawReturnType();
            case AccessTarget.FieldAccessTarget it -> it.getRawType();
            default -> access.getTargetOwner();
        };
        return new Call(
                access.getTargetOwner(),
                target.getName(),
                target.getFullName(),
                result,
                ConstantsReader.memberOf(access.getOrigin().getName()),
                access.getLineNumber());
    }

    /** A type named on a line. */
    public record Use(String type, String member, int line) {}

    /**
     * A member used on a line.
     *
     * @param owner the type by which it is used, which may be a sub-type of the declaring one
     * @param name of the method or field; {@code <init>} of a constructor
     * @param result what comes of it; of a field, its type
     * @param member the method that uses it
     */
    public record Call(JavaClass owner, String name, String fullName, JavaClass result, String member, int line) {

        public boolean isConstruction() {
            return name.equals("<init>");
        }

        /** The name with the types of the parameters. */
        public String signature() {
            return fullName.substring(owner.getName().length() + 1);
        }
    }

    /**
     * A string; where it is put together with {@code +}, one with a U+0001 for each part known only at run time.
     *
     * @param member name of the method or field; empty for the class itself
     * @param line 0 if the compiler did not say
     * @param annotation the annotation that holds it; null for one in code
     */
    public record Text(
            String value, String member, int line, @Nullable String annotation) {}

    /** A functional interface that is made of code: of a method of its owner. */
    public record Lambda(String type, String owner, String method, String member, int line) {}
}
