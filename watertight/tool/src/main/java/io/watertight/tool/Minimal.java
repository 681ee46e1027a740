package io.watertight.tool;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a project that begins without the sample has instead: one small module, and a page that says how to go on. */
final class Minimal {

    private static final String README = """
            # Name

            A modular monolith on Spring Boot. `modules/notes` is a small module to copy, and to delete:
            `./wt remove-module notes`.

                ./mvnw -q -pl app -am spring-boot:test-run    # starts it with its own PostgreSQL; the passwords are in the log
                ./mvnw verify                                 # builds and tests all of it, the rules on the modules included
                ./wt help                                     # new modules and fields, and what else the tool writes

            - [Start](docs/start-your-own.md), [add a module](docs/add-a-module.md), [change a table](docs/change-a-table.md)
            - [What is yours, and what is the toolkit's](docs/what-is-yours.md), [how to get a newer toolkit](docs/upgrade.md)
            - [What keeps the modules apart](docs/guards.md), [settings](docs/settings.md), [security](docs/security.md), [production](docs/production.md)

            The pages in `docs/` take their examples from the sample shop, which this project does not contain.
            """;

    private Minimal() {}

    static void describe(Plan plan) {
        plan.write("README.md", README);
    }

    static void addModule(Project project) {
        Words thing = Words.of("Note");
        List<Field> fields = List.of(
                Field.simple("title", FieldType.TEXT, false, false), Field.simple("text", FieldType.TEXT, true, false));
        NewModule.write(
                project, new ModuleSpec("notes", thing, thing.plural(), fields, Set.of(), Map.of(), true, true));
    }
}
