package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Migrations;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.sql.SqlName;
import io.watertight.guard.sql.SqlReading;
import io.watertight.guard.sql.SqlSpot;
import io.watertight.guard.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What SQL may name that belongs to one module, or to none. */
final class SchemaBorder {

    private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema", "pg_temp");
    private static final Pattern BARE_NAME = Pattern.compile(
            "\\s*(?:,\\s*([a-z_]\\w*)\\.([a-z_]\\w*)\\b.*|([a-z_]\\w*)\\.([a-z_]\\w*)\\s*)", Pattern.DOTALL);
    private static final String WHY_FOREIGN =
            "A table belongs to one module: others would write past its rules, and break when it changes.";

    private final Codebase code;
    private final Migrations migrations;
    private final @Nullable DomainModule actor;
    private final Set<String> temporary;
    private final boolean platform;

    private SchemaBorder(Codebase code, @Nullable DomainModule actor, Set<String> temporary, boolean platform) {
        this.code = code;
        this.migrations = code.migrations();
        this.actor = actor;
        this.temporary = Set.copyOf(temporary);
        this.platform = platform;
    }

    /**
     * Around a module's schema.
     *
     * @param temporary names of temporary tables that the module creates somewhere
     */
    static SchemaBorder ofModule(Codebase code, DomainModule module, Set<String> temporary) {
        return new SchemaBorder(code, module, temporary, false);
    }

    /** Of code that has no schema: every known table is somebody else's. */
    static SchemaBorder ofNobody(Codebase code) {
        return new SchemaBorder(code, null, Set.of(), false);
    }

    /** Of what is technical: only the modules' tables are somebody else's. */
    static SchemaBorder ofPlatform(Codebase code) {
        return new SchemaBorder(code, null, Set.of(), true);
    }

    /** What is wrong with a text in code. */
    List<Objection> objections(SqlText text) {
        SqlReading reading = text.reading();
        List<Objection> objections = new ArrayList<>();
        reading.all(SqlStatement::functions).stream()
                .filter(_ -> text.isLikeSql() || text.isSent())
                .forEach(it -> foreign(it, "calls").ifPresent(objections::add));
        reading.names().forEach(it -> objection(it, text, reading).ifPresent(objections::add));
        if (actor != null && !text.isPossible()) {
            reading.all(SqlStatement::gaps).forEach(it -> objections.add(gap(it)));
            reading.all(SqlStatement::dynamic).forEach(it -> objections.add(dynamic(it)));
        } else if (text.isStatement()) {
            reading.all(SqlStatement::gaps).stream()
                    .filter(it -> migrations.schemas().stream()
                            .anyMatch(schema -> it.text().contains(" " + schema + ".") && isForeign(schema)))
                    .forEach(it -> objections.add(gap(it)));
        }
        return objections;
    }

    /** A text that is nothing but a name, or begins with one behind a comma: a part of SQL in code that sends some. */
    Optional<Objection> bareName(SqlText text) {
        Matcher name = BARE_NAME.matcher(text.value());
        if (!name.matches()) {
            return bareSchema(text);
        }
        String schema = name.group(1) == null ? name.group(3) : name.group(1);
        String table = name.group(2) == null ? name.group(4) : name.group(2);
        return migrations.knows(schema, table) || text.isSent()
                ? foreign(new SqlName(schema, table, "", 1, false), "names the table")
                : Optional.empty();
    }

    /** The platform serves any module and knows none by name. */
    private Optional<Objection> bareSchema(SqlText text) {
        return migrations
                .ownerOf(text.value())
                .filter(_ -> platform)
                .map(it -> new Objection(
                        text.value(),
                        "sends SQL and names the schema of module '%s'".formatted(it.name()),
                        WHY_FOREIGN,
                        OwnerAdvice.ask(code, it, ""),
                        1,
                        text.value()));
    }

    /** What a name says that leaves the schema, whatever the text; empty if it stays. */
    Optional<Objection> foreign(SqlName name, String verb) {
        String schema = name.schema();
        if (schema == null || !isForeign(schema)) {
            return Optional.empty();
        }
        Optional<DomainModule> owner = migrations.ownerOf(schema);
        String what = owner.map(it -> "%s %s of module '%s'".formatted(verb, name.qualified(), it.name()))
                .orElse("%s %s, which belongs to no module but to the platform".formatted(verb, name.qualified()));
        return Optional.of(new Objection(
                name.qualified(),
                what,
                WHY_FOREIGN,
                owner.map(it -> OwnerAdvice.ask(code, it, name.name()))
                        .orElse("Use what the framework offers for it; its tables are not yours."),
                name.line(),
                name.name()));
    }

    private Optional<Objection> objection(SqlName name, SqlText text, SqlReading reading) {
        String schema = name.schema();
        if (schema == null) {
            return actor == null ? Optional.empty() : unqualified(name, text, reading);
        }
        if (SYSTEM.contains(schema)) {
            return Optional.empty();
        }
        if (isForeign(schema)) {
            boolean told = !text.isPossible() || (migrations.knows(schema, name.name()) && text.isLikeSql());
            return told ? foreign(name, "names the table") : Optional.empty();
        }
        if (actor == null || text.isPossible() || migrations.knows(schema, name.name())) {
            return Optional.empty();
        }
        if (name.open()) {
            return Optional.of(gap(new SqlSpot("%s %s...".formatted(name.clause(), name.qualified()), name.line())));
        }
        return Optional.of(
                schema.equals(actor.name())
                        ? new Objection(
                                name.qualified(),
                                "names %s, which no migration of the module creates".formatted(name.qualified()),
                                "A name that is replaced before the statement runs, or that something else creates, cannot be checked.",
                                "Write the table's own name; the module has %s."
                                        .formatted(String.join(", ", migrations.objectsIn(schema))),
                                name.line(),
                                name.name())
                        : new Objection(
                                name.qualified(),
                                "names %s, which is not in the module's schema".formatted(name.qualified()),
                                "A module's SQL names nothing but its own tables; this name may be replaced by any other.",
                                "Write the table's own name, with the schema '%s'.".formatted(actor.name()),
                                name.line(),
                                name.name()));
    }

    private Optional<Objection> unqualified(SqlName name, SqlText text, SqlReading reading) {
        DomainModule module = java.util.Objects.requireNonNull(actor);
        boolean known = !migrations.schemasWith(name.name()).isEmpty();
        boolean parsed =
                reading.statements().stream().allMatch(it -> it.reader() == SqlStatement.Reader.PARSER_AND_LEXER);
        boolean told = text.isSent() || (known && (!text.isPossible() || (text.isStatement() && parsed)));
        if (!told
                || temporary.contains(name.name())
                || name.name().startsWith("pg_")
                || name.name().equals("excluded")) {
            return Optional.empty();
        }
        boolean own = migrations.knows(module.name(), name.name());
        String instead = own || !known
                ? "Write %s.%s.".formatted(module.name(), name.name())
                : migrations.schemasWith(name.name()).stream()
                        .flatMap(it -> migrations.ownerOf(it).stream())
                        .findFirst()
                        .map(it -> OwnerAdvice.ask(code, it, name.name()))
                        .orElse("Write the name with its schema.");
        return Optional.of(new Objection(
                name.name(),
                "names %s without a schema".formatted(name.name()),
                "Whose table that is depends on the search path of the connection.",
                instead,
                name.line(),
                name.name()));
    }

    private boolean isForeign(String schema) {
        return platform
                ? migrations.ownerOf(schema).isPresent()
                : migrations.schemas().contains(schema)
                        && (actor == null || !actor.name().equals(schema));
    }

    private static Objection gap(SqlSpot gap) {
        String words = gap.text().strip();
        return new Objection(
                words,
                "puts a table's name together while it runs: '%s'".formatted(words),
                "A table's name that is no compile-time constant can be anybody's table.",
                "Write one constant statement for each table; what varies may be values, conditions and columns.",
                gap.line(),
                words.replace(" ...", ""));
    }

    private static Objection dynamic(SqlSpot spot) {
        return new Objection(
                spot.text(),
                "uses '%s'".formatted(spot.text()),
                "What it runs or reaches cannot be read before it happens.",
                "Write the statement itself, with the module's own tables.",
                spot.line(),
                spot.text());
    }
}
