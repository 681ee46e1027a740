package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls a whole checkout otherwise, all but the toolkit and what is never edited. */
final class Renaming {

    private static final Set<String> LEFT_ALONE = Set.of("LICENSE", "mvnw", "mvnw.cmd", "wt", "wt.cmd");

    private final Plan plan;
    private final Identity old;
    private final Identity now;
    private final RenameRules rules;

    Renaming(Plan plan, Identity old, Identity now) {
        this.plan = plan;
        this.old = old;
        this.now = now;
        this.rules = new RenameRules(old, now);
    }

    void apply() {
        if (!old.words().equals(now.words())) {
            Names.checkLogin(Project.of(plan).modules(), now.words());
            refuseAWordOfTheProject();
        }
        for (String path : files()) {
            String renamed = rules.applyToPath(path);
            if (!renamed.equals(path)) {
                plan.move(path, renamed);
            }
            if (!path.contains("/db/migration/") && plan.isText(renamed)) {
                String text = rules.applyTo(renamed, plan.read(renamed));
                plan.write(renamed, renamed.endsWith(".java") ? ImportOrder.of(text) : text);
            }
        }
        refuseNamesInMigrations();
    }

    private List<String> files() {
        return plan.files("").stream()
                .filter(path -> !path.startsWith("watertight/") && !LEFT_ALONE.contains(path))
                .toList();
    }

    /** What the next renaming would take for the name is there already, in code, a POM or a setting, such as {@code <scope>test</scope>}. */
    private void refuseAWordOfTheProject() {
        RenameRules back = new RenameRules(/* old= */ now, /* now= */ old);
        for (String path : files()) {
            if ((path.endsWith("pom.xml") || path.contains("/src/main/"))
                    && plan.isText(path)
                    && !back.applyTo(path, plan.read(path)).equals(plan.read(path))) {
                throw new ToolException(
                        "'%s' cannot be used: %s already contains this word, so the two could not be told apart."
                                .formatted(now.words().kebab(), path));
            }
        }
    }

    /** They have run somewhere, and an edited one stops the next start. */
    private void refuseNamesInMigrations() {
        for (String path : plan.files("modules")) {
            if (path.contains("/db/migration/")
                    && !rules.applyTo(path, plan.read(path)).equals(plan.read(path))) {
                throw new ToolException(
                        path
                                + " names the project, and migrations that have run are never edited; first remove the name by a new migration.");
            }
        }
    }

    /** What a database that has data already needs, as its superuser, while the application is stopped. */
    List<String> sqlForData() {
        String from = old.words().snake();
        String to = now.words().snake();
        List<String> sql = new ArrayList<>();
        if (!from.equals(to)) {
            sql.add("alter database %s rename to %s;".formatted(from, to));
            sql.add("alter role %s_migrator rename to %s_migrator;".formatted(from, to));
            sql.add("alter role %s_app rename to %s_app;".formatted(from, to));
            sql.add("\\connect " + to);
        }
        sql.add(
                "update events.event_publication set event_type = '%s' || substr(event_type, %s) where starts_with(event_type, '%s.');"
                        .formatted(now.group(), old.group().length() + 1, old.group()));
        return List.copyOf(sql);
    }
}
