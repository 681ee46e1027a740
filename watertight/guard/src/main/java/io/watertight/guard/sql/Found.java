package io.watertight.guard.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes down what is found in one statement, while it is read. */
final class Found {

    final List<SqlName> names = new ArrayList<>();
    final List<SqlName> functions = new ArrayList<>();
    final List<SqlName> mentions = new ArrayList<>();
    final Set<String> temporary = new LinkedHashSet<>();
    final List<SqlName> created = new ArrayList<>();
    final List<SqlSpot> schemas = new ArrayList<>();
    final List<SqlSpot> gaps = new ArrayList<>();
    final List<SqlSpot> switches = new ArrayList<>();
    final List<SqlSpot> rights = new ArrayList<>();
    final List<SqlSpot> dynamic = new ArrayList<>();

    /** Adds what was found in a text within, as in the body of a function. */
    void addAll(SqlStatement inner) {
        names.addAll(inner.names());
        functions.addAll(inner.functions());
        mentions.addAll(inner.mentions());
        temporary.addAll(inner.temporary());
        created.addAll(inner.created());
        schemas.addAll(inner.schemas());
        gaps.addAll(inner.gaps());
        switches.addAll(inner.switches());
        rights.addAll(inner.rights());
        dynamic.addAll(inner.dynamic());
    }

    SqlStatement statement(Tokens tokens, SqlStatement.Reader reader) {
        int line = tokens.all().isEmpty() ? 1 : tokens.all().getFirst().line();
        return new SqlStatement(
                tokens.verb(),
                line,
                names.stream().distinct().toList(),
                functions,
                mentions,
                temporary,
                created,
                schemas,
                gaps,
                switches,
                rights,
                dynamic,
                reader);
    }
}
