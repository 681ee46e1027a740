package com.example.architecture.rules;

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
