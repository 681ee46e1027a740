package io.watertight.guard.rules.exports;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class ExportRules {

    private ExportRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "entity-leaving-module",
                        RuleGroup.EXPORTS,
                        Level.CORE,
                        "no entity and no repository leaves its module: in no signature, event, request or response",
                        EntityLeaving::examine),
                new Rule(
                        "live-object",
                        RuleGroup.EXPORTS,
                        Level.CORE,
                        "what a module hands out is a value: nothing in it loads or writes when it is used",
                        LiveObject::examine),
                new Rule(
                        "vague-export",
                        RuleGroup.EXPORTS,
                        Level.STRICT,
                        "what a module exports speaks of values and of exported types, and of nothing that could carry"
                                + " an entity",
                        VagueExport::examine,
                        "exposed-data"),
                new Rule(
                        "mutable-export",
                        RuleGroup.EXPORTS,
                        Level.STRICT,
                        "what a module exports besides its services is data that nobody can change",
                        MutableExport::examine,
                        "live-object",
                        "exposed-data"),
                new Rule(
                        "crud-export",
                        RuleGroup.EXPORTS,
                        Level.STRICT,
                        "a module exports what can be done in its business, not how to store rows",
                        CrudExport::examine,
                        "exposed-data"));
    }
}
