package com.example.architecture.rules.exports;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#EXPORTS}. */
public final class ExportRules {

    private ExportRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ExportedTypes(), new ImmutableData(), new HarmlessData(), new NoCrud(), new ControllerBodies());
    }
}
