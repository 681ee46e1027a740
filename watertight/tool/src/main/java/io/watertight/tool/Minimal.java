package io.watertight.tool;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one small module of a project that begins without the sample. */
final class Minimal {

    private Minimal() {}

    static void addModule(Project project) {
        Words thing = Words.of("Note");
        List<Field> fields = List.of(
                Field.simple("title", FieldType.TEXT, false, false), Field.simple("text", FieldType.TEXT, true, false));
        NewModule.write(
                project, new ModuleSpec("notes", thing, thing.plural(), fields, Set.of(), Map.of(), true, true));
    }
}
