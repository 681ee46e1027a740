package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.rules.Finding.Place;
import io.watertight.guard.rules.SqlTexts.Found;
import java.util.List;

/** SQL that nobody can read before it runs can name anybody's tables. */
final class UnreadableSql {

    private UnreadableSql() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            SqlTexts texts = new SqlTexts(type);
            List<Found> all = texts.all();
            if (!all.isEmpty() || texts.sends()) {
                findings.examined(type);
            }
            all.forEach(it -> examine(code, type, it, findings));
            if (all.isEmpty() && !texts.takingStatements().isEmpty() && !hasSqlElsewhere(code, type)) {
                Call call = texts.takingStatements().getFirst();
                findings.add(
                        findings.at(type, call.member(), call.line()),
                        call.name(),
                        "%s sends SQL with %s.%s that is not in the class."
                                .formatted(type.inWords(), call.owner().getSimpleName(), call.name()));
            }
        });
    }

    private static void examine(CodeBase code, CodeType type, Found found, Findings findings) {
        Place place = findings.at(type, found.text().member(), found.text().line());
        found.sql()
                .gaps()
                .forEach(
                        it -> findings.add(
                                place,
                                it.text(),
                                "%s puts a table's name together while it runs: '%s'."
                                        .formatted(type.inWords(), it.text()),
                                "Write one constant statement for each table; what varies may be values, conditions and columns."));
        if (found.sent()
                && type.isInBusiness()
                && code.tables().ownerOfSchema(type.module().name()).isPresent()) {
            found.sql().names().stream()
                    .filter(it -> it.schema() == null
                            && it.position()
                            && !code.tables().isEntityName(it.name()))
                    .filter(it -> code.tables().named(it.name()).stream()
                            .anyMatch(table -> !table.schema().isEmpty() || table.entity() == null))
                    .findFirst()
                    .ifPresent(it -> findings.add(
                            place,
                            it.name(),
                            "%s names %s without a schema.".formatted(type.inWords(), it.name()),
                            "Write %s.%s.".formatted(type.module().name(), it.name())));
        }
    }

    /** Statements may be kept in a class of their own, which is examined for itself. */
    private static boolean hasSqlElsewhere(CodeBase code, CodeType type) {
        return type.uses().stream()
                .flatMap(it -> code.find(it.type()).stream())
                .anyMatch(it ->
                        it.isOwnedBy(type.owner()) && !new SqlTexts(it).all().isEmpty());
    }
}
