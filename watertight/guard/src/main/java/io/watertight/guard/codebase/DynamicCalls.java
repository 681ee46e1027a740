package io.watertight.guard.codebase;

import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.ClassFacts.Text;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** What the arguments of an {@code invokedynamic} tell, as javac writes them. */
final class DynamicCalls {

    /** In a recipe of {@link java.lang.invoke.StringConcatFactory}: here goes an argument. */
    private static final char PART = '\u0001';

    /** As {@link #PART}: here goes a constant. */
    private static final char CONSTANT_PART = '\u0002';

    private DynamicCalls() {}

    /** {@return the text that is put together, with a hole for each part that is known at run time only} */
    static String joined(String recipe, List<ConstantDesc> arguments) {
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int at = 0; at < recipe.length(); at++) {
            char c = recipe.charAt(at);
            if (c == CONSTANT_PART && next < arguments.size()) {
                text.append(arguments.get(next++));
            } else {
                text.append(c == PART ? Text.HOLE : c);
            }
        }
        return text.toString();
    }

    /** A method reference is bound to the first thing that it captures, or else is called on its first argument. */
    static Operand receiver(MethodTypeDesc captured, List<ConstantDesc> arguments) {
        MethodTypeDesc signature =
                captured.parameterCount() == 0 && arguments.size() > 2 && arguments.get(2) instanceof MethodTypeDesc it
                        ? it
                        : captured;
        return signature.parameterCount() == 0
                ? new Operand.Unknown()
                : new Operand.Result("", "", TypeNames.of(signature.parameterType(0)));
    }
}
