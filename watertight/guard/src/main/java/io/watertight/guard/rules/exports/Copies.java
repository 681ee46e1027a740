package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a class puts into its fields: whether anybody else can still change it. */
final class Copies {

    /** In ascending order of how bad it is. */
    enum Kept {
        /** Cannot be changed any more, or is null. */
        COPIED,
        /** The class's own, but can be changed by whoever gets it. */
        CHANGEABLE,
        /** Somebody else has it too. */
        SHARED;

        Kept or(Kept other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private static final int DEPTH = 3;

    private final Codebase code;

    Copies(Codebase code) {
        this.code = code;
    }

    /** {@return by the names of fields, the worst that a constructor or the static initializer puts into them} */
    Map<String, Kept> putInto(JavaClass type) {
        Map<String, Kept> fields = new LinkedHashMap<>();
        List<MethodModel> methods =
                ClassBytes.read(type).map(ClassModel::methods).orElse(List.of());
        for (MethodModel method : methods) {
            String name = method.methodName().stringValue();
            if (name.equals("<init>") || name.equals("<clinit>")) {
                Flow flow = new Flow(method, this, DEPTH);
                flow.forEach(FieldInstruction.class, (at, it) -> {
                    if (it.opcode() == Opcode.PUTFIELD || it.opcode() == Opcode.PUTSTATIC) {
                        fields.merge(it.name().stringValue(), flow.valueBefore(at), Kept::or);
                    }
                });
            }
        }
        return fields;
    }

    /** {@return what a method of the application returns when it is given what others have too} */
    Kept returnedBy(String owner, String method, String descriptor, int depth) {
        Optional<ClassModel> model = depth == 0
                ? Optional.empty()
                : code.find(owner).map(CodeClass::type).flatMap(ClassBytes::read);
        Optional<MethodModel> found = model.flatMap(it -> it.methods().stream()
                .filter(each -> each.methodName().equalsString(method)
                        && each.methodType().equalsString(descriptor)
                        && each.code().isPresent())
                .findFirst());
        if (found.isEmpty()) {
            return Kept.SHARED;
        }
        Flow flow = new Flow(found.get(), this, depth - 1);
        Kept[] worst = {Kept.COPIED};
        flow.forEach(ReturnInstruction.class, (at, _) -> worst[0] = worst[0].or(flow.valueBefore(at)));
        return worst[0];
    }

    /** Whether what the type keeps is looked after by the rule itself. */
    boolean isExamined(String owner) {
        return code.find(owner).filter(code::isExported).isPresent();
    }
}
