package io.watertight.guard.codebase;

import io.watertight.guard.codebase.ClassFacts.Operand;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a method has pushed and put aside so far, read from top to bottom as if it never jumped. */
final class Operands {

    private final MethodTypeDesc type;
    private final boolean isStatic;
    private final List<Operand> constants = new ArrayList<>();
    private final Map<Integer, Operand> variables = new HashMap<>();
    private Operand last = new Operand.Unknown();

    Operands(MethodTypeDesc type, boolean isStatic) {
        this.type = type;
        this.isStatic = isStatic;
    }

    Operand last() {
        return last;
    }

    List<Operand> constants() {
        return constants;
    }

    void push(Operand operand) {
        last = operand;
        if (operand instanceof Operand.TextLiteral || operand instanceof Operand.TypeLiteral) {
            constants.add(operand);
        }
    }

    void load(int slot, TypeKind kind) {
        push(kind == TypeKind.REFERENCE ? variables.getOrDefault(slot, parameter(slot)) : new Operand.Unknown());
    }

    /** A variable is what was put into it; a parameter that was given another value is that. */
    void store(int slot, TypeKind kind) {
        if (kind == TypeKind.REFERENCE) {
            variables.put(slot, last);
        }
        endOfStatement();
    }

    /** A cast tells the type, and leaves it open where the value came from. */
    void cast(String to) {
        last = switch (last) {
            case Operand.Parameter it -> new Operand.Parameter(it.index(), to);
            case Operand.Result it -> new Operand.Result(it.owner(), it.method(), to);
            case Operand.FieldValue it -> new Operand.FieldValue(it.owner(), it.field(), to);
            case Operand.Unknown _ -> new Operand.Result("", "", to);
            default -> last;
        };
    }

    void endOfStatement() {
        constants.clear();
        last = new Operand.Unknown();
    }

    private Operand parameter(int slot) {
        int at = isStatic ? 0 : 1;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (at == slot) {
                return new Operand.Parameter(i, TypeNames.of(type.parameterType(i)));
            }
            at += TypeKind.from(type.parameterType(i)).slotSize();
        }
        return new Operand.Unknown();
    }
}
