package io.watertight.guard.rules.detours;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class DetourRules {

    private DetourRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "reflection",
                        RuleGroup.DETOURS,
                        Level.STRICT,
                        "nobody reaches a class or a member by reflection, by a generated class or by another process",
                        Reflection::examine),
                new Rule(
                        "interception",
                        RuleGroup.DETOURS,
                        Level.STRICT,
                        "nobody wraps, watches, replaces or adds beans behind their module's back",
                        Interception::examine,
                        "foreign-data",
                        "second-connection",
                        "reflection"),
                new Rule(
                        "package-scan",
                        RuleGroup.DETOURS,
                        Level.STRICT,
                        "components are found by the application's one scan: no package in a string, no bean file, no"
                                + " import across modules",
                        PackageScan::examine,
                        "foreign-data",
                        "foreign-internals",
                        "interception"));
    }
}
