package io.watertight.guard.rules.exports;

import io.watertight.guard.rules.exports.Copies.Kept;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.Optional;
import java.util.Set;

/** Tells what an instruction pushes: a copy that nobody can change, a collection that can be changed, or what others have. */
final class Values {

    private static final Set<String> INTERFACES = Set.of("java/util/List", "java/util/Set", "java/util/Map");
    private static final int STATEMENT = 16;

    private final Flow flow;
    private final Copies copies;
    private final int depth;
    private final String self;

    /** @param self internal name of the class whose code it is */
    Values(Flow flow, Copies copies, int depth, String self) {
        this.flow = flow;
        this.copies = copies;
        this.depth = depth;
        this.self = self;
    }

    Kept of(Instruction instruction, int at) {
        return switch (instruction) {
            case LoadInstruction it -> flow.variable(at, it.slot());
            case TypeCheckInstruction _ -> flow.valueBefore(at);
            case FieldInstruction it -> isLookedAfter(it.owner().asInternalName()) ? Kept.COPIED : Kept.SHARED;
            case InvokeInstruction it -> of(it, at);
            default -> instruction.opcode() == Opcode.ACONST_NULL ? Kept.COPIED : Kept.SHARED;
        };
    }

    private Kept of(InvokeInstruction call, int at) {
        String owner = call.owner().asInternalName();
        String method = call.name().stringValue();
        int parameters = call.typeSymbol().parameterCount();
        if ((INTERFACES.contains(owner)
                        && (method.startsWith("of") || method.equals("copyOf") || method.equals("entry")))
                || owner.contains("Immutable")
                || (owner.startsWith("java/util/stream/") && method.equals("toList"))) {
            return Kept.COPIED;
        }
        if (owner.equals("java/util/Collections")) {
            return ofCollections(method, at);
        }
        if (owner.startsWith("java/util/stream/") && method.equals("collect")) {
            return collected(at);
        }
        if (owner.equals("java/util/Objects") && method.startsWith("requireNonNull")) {
            Kept first = parameters == 1
                    ? flow.valueBefore(at)
                    : flow.instructionBefore(at).map(flow::valueBefore).orElse(Kept.SHARED);
            return method.equals("requireNonNullElse") ? first.or(flow.valueBefore(at)) : first;
        }
        if (owner.equals("java/util/Optional")) {
            return copiesInTheStatement(at) ? Kept.COPIED : Kept.SHARED;
        }
        if ((method.equals("<init>") && owner.startsWith("java/util/"))
                || method.equals("clone")
                || owner.equals("java/util/EnumSet")) {
            return Kept.CHANGEABLE;
        }
        if (call.opcode() != Opcode.INVOKESTATIC && parameters == 0 && isLookedAfter(owner)) {
            return Kept.COPIED;
        }
        return copies.returnedBy(owner.replace('/', '.'), method, call.type().stringValue(), depth);
    }

    private Kept ofCollections(String method, int at) {
        if (method.startsWith("unmodifiable")) {
            return flow.valueBefore(at) == Kept.SHARED ? Kept.SHARED : Kept.COPIED;
        }
        return method.startsWith("empty") || method.startsWith("singleton") || method.equals("nCopies")
                ? Kept.COPIED
                : Kept.SHARED;
    }

    /** The collector was pushed directly before. */
    private Kept collected(int at) {
        Optional<Integer> collector = flow.instructionBefore(at);
        return collector
                .map(flow::element)
                .filter(InvokeInstruction.class::isInstance)
                .map(it -> ((InvokeInstruction) it).name().stringValue())
                .filter(it -> it.startsWith("toUnmodifiable")
                        || (it.equals("collectingAndThen") && isCopying(flow.instructionBefore(collector.get()))))
                .map(_ -> Kept.COPIED)
                .orElse(Kept.CHANGEABLE);
    }

    private boolean copiesInTheStatement(int at) {
        Optional<Integer> before = flow.instructionBefore(at);
        for (int i = 0; i < STATEMENT && before.isPresent(); i++) {
            if (flow.element(before.get()) instanceof StoreInstruction) {
                return false;
            }
            if (isCopying(before)) {
                return true;
            }
            before = flow.instructionBefore(before.get());
        }
        return false;
    }

    private boolean isCopying(Optional<Integer> at) {
        return at.map(flow::element)
                .filter(InvokeDynamicInstruction.class::isInstance)
                .filter(it -> ((InvokeDynamicInstruction) it)
                        .bootstrapArgs()
                        .toString()
                        .matches("(?s).*(::copyOf|unmodifiable).*"))
                .isPresent();
    }

    private boolean isLookedAfter(String owner) {
        return owner.equals(self) || copies.isExamined(owner.replace('/', '.'));
    }
}
