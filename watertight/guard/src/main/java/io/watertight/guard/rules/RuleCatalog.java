package io.watertight.guard.rules;

import io.watertight.guard.rules.build.BuildRules;
import io.watertight.guard.rules.data.DataRules;
import io.watertight.guard.rules.detours.DetourRules;
import io.watertight.guard.rules.events.EventRules;
import io.watertight.guard.rules.exports.ExportRules;
import io.watertight.guard.rules.sql.SqlRules;
import io.watertight.guard.rules.structure.StructureRules;
import io.watertight.guard.rules.suppression.SuppressionRules;
import io.watertight.guard.rules.transactions.TransactionRules;
import java.util.List;
import java.util.stream.Stream;

/** All rules on code, the most telling first: where two see the same thing, the first one speaks. */
public final class RuleCatalog {

    private RuleCatalog() {}

    public static List<Rule> rules() {
        return Stream.of(
                        DataRules.rules(),
                        SqlRules.rules(),
                        ExportRules.rules(),
                        StructureRules.rules(),
                        EventRules.rules(),
                        TransactionRules.rules(),
                        DetourRules.rules(),
                        SuppressionRules.rules(),
                        BuildRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}
