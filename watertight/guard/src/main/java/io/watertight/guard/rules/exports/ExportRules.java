package io.watertight.guard.rules.exports;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class ExportRules {

    private ExportRules() {}

    public static List<Rule> rules() {
        return List.of(
                new EntityLeaving(),
                new LiveObject(),
                new VagueExport(),
                new MutableExport(),
                new WorkingExport(),
                new CrudExport());
    }
}
