package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement that names the module's own table until {@code replace} puts another one there. */
final class SwappedNames {

    private static final Set<String> REPLACING = Set.of("replace", "replaceAll", "replaceFirst");

    private SwappedNames() {}

    static void examine(Codebase code, CodeClass user, SqlTexts texts, Reporter reporter) {
        Set<String> sending = texts.sending().stream()
                .map(it -> SqlTexts.member(it.place().member()))
                .collect(Collectors.toSet());
        user.facts().calls().stream()
                .filter(it -> it.owner().equals("java.lang.String") && it.isOneOf(REPLACING))
                .filter(it -> sending.contains(SqlTexts.member(it.place().member())))
                .forEach(call -> nameIn(code, call)
                        .ifPresent(it -> reporter.add(
                                objection(it, call.method()), call.place().line())));
    }

    private static Optional<String> nameIn(Codebase code, Call call) {
        return call.constants().stream()
                .filter(Operand.TextLiteral.class::isInstance)
                .map(it -> ((Operand.TextLiteral) it).value())
                .filter(it -> it.matches("[\\w.]+"))
                .filter(it -> code.migrations().schemas().contains(it)
                        || !code.migrations()
                                .schemasWith(it.substring(it.lastIndexOf('.') + 1))
                                .isEmpty())
                .findFirst();
    }

    private static Objection objection(String name, String method) {
        return new Objection(
                "swaps",
                "swaps the name '%s' with %s(...) where it sends SQL".formatted(name, method),
                "A table's name that is no compile-time constant can be anybody's table.",
                "Write one constant statement for each table; what varies may be values, conditions and columns.",
                1,
                method);
    }
}
