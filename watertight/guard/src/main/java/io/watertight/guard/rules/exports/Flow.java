package io.watertight.guard.rules.exports;

import io.watertight.guard.rules.exports.Copies.Kept;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BiConsumer;

/** Follows the variables of one method along all its paths. Where a variable was compared with null, it is known to be null. */
final class Flow {

    private final List<CodeElement> elements;
    private final Map<Label, Integer> positions = new HashMap<>();
    private final Map<Label, List<Integer>> jumps = new HashMap<>();
    private final Map<Integer, Map<Integer, Kept>> variables = new HashMap<>();
    private final Values values;

    Flow(MethodModel method, Copies copies, int depth) {
        this.elements = method.code().map(CodeModel::elementList).orElse(List.of());
        this.values = new Values(
                this,
                copies,
                depth,
                method.parent().map(it -> it.thisClass().asInternalName()).orElse(""));
        for (int at = 0; at < elements.size(); at++) {
            switch (elements.get(at)) {
                case LabelTarget it -> positions.put(it.label(), at);
                case BranchInstruction it
                when it.opcode() == Opcode.GOTO || it.opcode() == Opcode.GOTO_W ->
                    jumps.computeIfAbsent(it.target(), _ -> new ArrayList<>()).add(at);
                default -> {
                    // Everything else goes on with what follows.
                }
            }
        }
        run(method);
    }

    <T> void forEach(Class<T> kind, BiConsumer<Integer, T> action) {
        for (int at = 0; at < elements.size(); at++) {
            if (kind.isInstance(elements.get(at)) && variables.containsKey(at)) {
                action.accept(at, kind.cast(elements.get(at)));
            }
        }
    }

    /** {@return what lies on top of the stack before an instruction, whichever way it came there} */
    Kept valueBefore(int at) {
        Kept worst = Kept.COPIED;
        for (int i = at - 1; i >= 0; i--) {
            switch (elements.get(i)) {
                case LabelTarget label -> {
                    for (int jump : jumps.getOrDefault(label.label(), List.of())) {
                        worst = worst.or(valueBefore(jump));
                    }
                }
                case Instruction it -> {
                    return isEnd(it) ? worst : worst.or(values.of(it, i));
                }
                default -> {
                    // Lines and variables' names.
                }
            }
        }
        return worst;
    }

    /** {@return the instruction before; empty at the beginning} */
    Optional<Integer> instructionBefore(int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (elements.get(i) instanceof Instruction) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    CodeElement element(int at) {
        return elements.get(at);
    }

    Kept variable(int at, int slot) {
        return variables.getOrDefault(at, Map.of()).getOrDefault(slot, Kept.COPIED);
    }

    private void run(MethodModel method) {
        Map<Integer, Kept> parameters = new HashMap<>();
        int slot = method.flags().has(java.lang.reflect.AccessFlag.STATIC) ? 0 : 1;
        for (var parameter : method.methodTypeSymbol().parameterList()) {
            parameters.put(slot, Kept.SHARED);
            slot += TypeKind.from(parameter).slotSize();
        }
        // In the order of the code, so that all that comes together in one place is known there.
        Queue<Integer> open = new PriorityQueue<>();
        arrive(0, parameters, open);
        while (!open.isEmpty()) {
            int at = open.poll();
            step(at, new HashMap<>(variables.getOrDefault(at, Map.of())), open);
        }
    }

    private int positionOf(Label label) {
        return Objects.requireNonNull(positions.get(label));
    }

    private void step(int at, Map<Integer, Kept> state, Queue<Integer> open) {
        switch (elements.get(at)) {
            case StoreInstruction it -> state.put(it.slot(), valueBefore(at));
            case BranchInstruction it -> {
                Map<Integer, Kept> jumped = new HashMap<>(state);
                comparedWithNull(at)
                        .ifPresent(slot -> (it.opcode() == Opcode.IFNULL ? jumped : state).put(slot, Kept.COPIED));
                arrive(positionOf(it.target()), jumped, open);
            }
            case TableSwitchInstruction it -> {
                it.cases().forEach(each -> arrive(positionOf(each.target()), state, open));
                arrive(positionOf(it.defaultTarget()), state, open);
            }
            case LookupSwitchInstruction it -> {
                it.cases().forEach(each -> arrive(positionOf(each.target()), state, open));
                arrive(positionOf(it.defaultTarget()), state, open);
            }
            default -> {
                // Changes no variable.
            }
        }
        if (!(elements.get(at) instanceof Instruction it) || !isEnd(it)) {
            arrive(at + 1, state, open);
        }
    }

    private Optional<Integer> comparedWithNull(int at) {
        Opcode opcode = ((Instruction) elements.get(at)).opcode();
        return opcode != Opcode.IFNULL && opcode != Opcode.IFNONNULL
                ? Optional.empty()
                : instructionBefore(at)
                        .map(elements::get)
                        .filter(LoadInstruction.class::isInstance)
                        .map(it -> ((LoadInstruction) it).slot());
    }

    private void arrive(int at, Map<Integer, Kept> state, Queue<Integer> open) {
        if (at >= elements.size()) {
            return;
        }
        Map<Integer, Kept> known = variables.get(at);
        if (known == null) {
            variables.put(at, new HashMap<>(state));
            open.add(at);
            return;
        }
        boolean changed = false;
        for (var entry : state.entrySet()) {
            Kept merged = known.getOrDefault(entry.getKey(), Kept.COPIED).or(entry.getValue());
            changed |= known.put(entry.getKey(), merged) != merged;
        }
        if (changed) {
            open.add(at);
        }
    }

    private static boolean isEnd(Instruction it) {
        return it instanceof ReturnInstruction
                || it instanceof ThrowInstruction
                || it.opcode() == Opcode.GOTO
                || it.opcode() == Opcode.GOTO_W;
    }
}
