package com.example.architecture.rules;

import com.example.architecture.rules.build.BuildRules;
import com.example.architecture.rules.data.DataRules;
import com.example.architecture.rules.detours.DetourRules;
import com.example.architecture.rules.events.EventRules;
import com.example.architecture.rules.exports.ExportRules;
import com.example.architecture.rules.sql.SqlRules;
import com.example.architecture.rules.structure.StructureRules;
import com.example.architecture.rules.suppression.SuppressionRules;
import com.example.architecture.rules.transactions.TransactionRules;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which they are reported. */
public final class RuleCatalog {

    private RuleCatalog() {}

    public static List<Rule> rules() {
        return Stream.of(
                        StructureRules.rules(),
                        ExportRules.rules(),
                        DataRules.rules(),
                        SqlRules.rules(),
                        TransactionRules.rules(),
                        EventRules.rules(),
                        DetourRules.rules(),
                        SuppressionRules.rules(),
                        BuildRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}
