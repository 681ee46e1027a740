package io.watertight.guard.rules.sql;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.data.SqlTexts;
import io.watertight.guard.rules.data.SqlTexts.Found;
import io.watertight.guard.sql.Sql;
import io.watertight.guard.sql.SqlName;
import java.util.List;

/** SQL that nobody can read before it runs can name anybody's tables. */
final class UnreadableSql {

    private static final String WHY = "Nobody can tell whose tables it names before it runs.";

    private UnreadableSql() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            SqlTexts texts = new SqlTexts(type);
            List<Found> all = texts.all();
            if (!all.isEmpty() || !texts.sending().isEmpty()) {
                findings.examined(type);
            }
            all.forEach(it -> examine(code, type, it, findings));
            if (all.isEmpty() && !texts.takingStatements().isEmpty() && !hasSqlElsewhere(code, type)) {
                Call call = texts.takingStatements().getFirst();
                findings.add(
                        findings.at(type, call.member(), call.line()),
                        call.name(),
                        "%s sends SQL with %s.%s that is not in the class."
                                .formatted(type.inWords(), call.owner().getSimpleName(), call.name()),
                        WHY,
                        "Keep the statement as a constant or text block where it is sent, and pass values as"
                                + " parameters.");
            }
        });
    }

    private static void examine(CodeBase code, CodeType type, Found found, Findings findings) {
        for (Sql.Spot gap : found.sql().gaps()) {
            findings.add(
                    findings.at(type, found.text().member(), found.text().line()),
                    gap.text(),
                    "%s puts a table's name together while it runs: '%s'.".formatted(type.inWords(), gap.text()),
                    WHY,
                    "Write one constant statement for each table; what varies may be values, conditions and columns.");
        }
        if (found.sent()
                && type.isInBusiness()
                && code.tables().ownerOfSchema(type.module().name()).isPresent()) {
            found.sql().names().stream()
                    .filter(it -> it.schema() == null
                            && it.position()
                            && !code.tables().isEntityName(it.name())
                            && isTable(code, it, type))
                    .findFirst()
                    .ifPresent(it -> findings.add(
                            findings.at(
                                    type, found.text().member(), found.text().line()),
                            it.name(),
                            "%s names %s without a schema.".formatted(type.inWords(), it.name()),
                            "Whose table that is depends on the search path of the connection.",
                            "Write %s.%s.".formatted(type.module().name(), it.name())));
        }
    }

    private static boolean isTable(CodeBase code, SqlName name, CodeType type) {
        return code.tables().named(name.name()).stream()
                        .anyMatch(it -> !it.schema().isEmpty() || it.entity() == null)
                && type.owner() != null;
    }

    /** Statements may be kept in a class of their own, which is examined for itself. */
    private static boolean hasSqlElsewhere(CodeBase code, CodeType type) {
        return type.uses().stream()
                .flatMap(it -> code.find(it.type()).stream())
                .filter(it -> it.isOwnedBy(type.owner()))
                .anyMatch(it -> !new SqlTexts(it).all().isEmpty());
    }
}
