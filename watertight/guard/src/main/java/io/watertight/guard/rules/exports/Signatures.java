package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what one exported type shows to others, and collects what should not be seen. */
final class Signatures {

    private final Codebase code;
    private final CodeClass exported;
    private final BorderTypes types;
    private final Map<Slip, Signature> slips = new LinkedHashMap<>();

    private Signatures(Codebase code, CodeClass exported, BorderTypes types) {
        this.code = code;
        this.exported = exported;
        this.types = types;
    }

    static Map<Slip, Signature> read(Codebase code, CodeClass exported, BorderTypes types) {
        Signatures signatures = new Signatures(code, exported, types);
        signatures.read(exported.type());
        return signatures.slips;
    }

    private void read(JavaClass type) {
        type.getTypeParameters().forEach(it -> {
            if (!type.isRecord()) {
                take(types.in(it), "its type parameter");
            }
            take(types.declared(it), "the bound of its type parameter");
        });
        type.getSuperclass().ifPresent(it -> readAbove(it, type));
        type.getInterfaces().forEach(it -> readAbove(it, type));
        type.getFields().stream()
                .filter(it -> (isVisible(it) && !isSynthetic(it)) || isComponent(it))
                .forEach(this::read);
        type.getMethods().stream()
                .filter(it -> isVisible(it) && !isSynthetic(it) && !isGiven(it, type))
                .forEach(it -> {
                    take(types.in(it.getReturnType()), it.getName() + "(...)", it.getName());
                    readRest(it, it.getName() + "(...)", it.getName());
                });
        if (!type.isRecord() && !Exports.isBean(type)) {
            type.getConstructors().stream()
                    .filter(it -> isVisible(it) && !isSynthetic(it))
                    .forEach(it -> readRest(it, "its constructor", type.getSimpleName()));
        }
    }

    /** A super-type that is not exported shows its members by the exported one. */
    private void readAbove(JavaType above, JavaClass type) {
        JavaClass raw = above.toErasure();
        var own = code.find(raw);
        boolean hidden = own.isPresent()
                && !code.isExported(own.get())
                && raw.getPackageName().equals(type.getPackageName())
                && types.above(above, type.isRecord()).allMatch(it -> it.reason() == Reason.INTERNAL);
        if (hidden) {
            read(raw);
        } else {
            take(types.above(above, type.isRecord()), "its super-type");
        }
    }

    private void read(JavaField field) {
        String place = isComponent(field) ? "component " + field.getName() : field.getName();
        take(types.in(field.getType()).filter(it -> !isToldElsewhere(it)), place, field.getName());
    }

    /** "exported-data-immutable" tells of what can be changed. */
    private boolean isToldElsewhere(Slip slip) {
        return (slip.reason() == Reason.ARRAY || slip.reason() == Reason.MUTABLE)
                && !Exports.isPublicService(code, exported);
    }

    private void readRest(JavaCodeUnit unit, String place, String member) {
        boolean exception = unit.isConstructor() && unit.getOwner().isAssignableTo(Throwable.class);
        List<JavaType> parameters = unit.getParameterTypes();
        for (int i = 0; i < parameters.size(); i++) {
            JavaType parameter = parameters.get(i);
            if (!exception || !ValueTypes.isException(parameter.toErasure().getName())) {
                boolean dots = i == parameters.size() - 1
                        && parameter instanceof JavaClass it
                        && it.isArray()
                        && ClassBytes.isVarargs(unit);
                take(types.in(dots ? parameter.toErasure().getComponentType() : parameter), place, member);
            }
        }
        unit.getTypeParameters().forEach(it -> {
            take(types.in(it), place, member);
            take(types.declared(it), place, member);
        });
        unit.getThrowsClause().getTypes().forEach(it -> take(types.thrown(it), "the exceptions of " + place, member));
    }

    private void take(Stream<Slip> found, String place, String member) {
        found.forEach(it -> slips.computeIfAbsent(it, _ -> new Signature()).add(place, member));
    }

    private void take(Stream<Slip> found, String place) {
        found.forEach(it -> slips.computeIfAbsent(it, _ -> new Signature()).add(place));
    }

    private static boolean isComponent(JavaField field) {
        return field.getOwner().isRecord() && !field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isSynthetic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.SYNTHETIC)
                || member.getModifiers().contains(JavaModifier.BRIDGE);
    }

    /** What the compiler writes, and what Object, the kernel or a super-type of the JDK has said already in the same words. */
    private boolean isGiven(JavaMethod method, JavaClass type) {
        String name = method.getName();
        boolean noParameters = method.getRawParameterTypes().isEmpty();
        if (type.isEnum() && ((name.equals("values") && noParameters) || name.equals("valueOf"))) {
            return true;
        }
        if (type.isRecord() && noParameters && type.tryGetField(name).isPresent()) {
            return true;
        }
        if (isOpenAnswer(method)) {
            return true;
        }
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(it -> it.getName().startsWith("java.")
                        || code.find(it).filter(Exports::isShared).isPresent())
                .flatMap(it -> it.getMethods().stream())
                .anyMatch(it -> it.getName().equals(name)
                        && it.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size()
                        && (it.getOwner().getName().startsWith("java.")
                                || (it.getReturnType()
                                                .getName()
                                                .equals(method.getReturnType().getName())
                                        && isSameSignature(it, method))));
    }

    private static boolean isSameSignature(JavaMethod a, JavaMethod b) {
        return a.getRawParameterTypes().equals(b.getRawParameterTypes())
                && a.getReturnType().toString().equals(b.getReturnType().toString());
    }

    /** RFC 9457 lets a problem say more, by name; the kernel's exceptions may leave open what. */
    private boolean isOpenAnswer(JavaMethod method) {
        return Exports.isShared(exported)
                && method.getOwner().isAssignableTo(Throwable.class)
                && method.getRawParameterTypes().isEmpty()
                && method.getRawReturnType().getName().equals("java.util.Map");
    }
}
