package io.watertight.guard.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One statement, as far as borders are concerned.
 *
 * @param verb its first word; empty for a fragment that begins with something else
 * @param line where it begins
 * @param names tables, views, sequences and other objects, in places where only their names can stand; common table
 *     expressions are left out
 * @param functions those that are called by a qualified name, as in {@code catalog.restock(1)}
 * @param mentions other names with a dot: columns, types
 * @param temporary unqualified names of temporary tables that it creates
 * @param created what it creates, whatever it is; a renamed table under its new name
 * @param schemas schemas that it names by themselves, as in {@code create schema catalog}
 * @param gaps places for a name that hold something known only at run time
 * @param switches changes of the role, the session's user or the search path
 * @param rights changes of roles, owners and rights
 * @param dynamic SQL that is put together in the database, and ways out of it
 * @param reader what has read it
 */
public record SqlStatement(
        String verb,
        int line,
        List<SqlName> names,
        List<SqlName> functions,
        List<SqlName> mentions,
        Set<String> temporary,
        List<SqlName> created,
        List<SqlSpot> schemas,
        List<SqlSpot> gaps,
        List<SqlSpot> switches,
        List<SqlSpot> rights,
        List<SqlSpot> dynamic,
        Reader reader) {

    /** What has read a statement. */
    public enum Reader {
        /** JSqlParser took it for valid SQL; the lexer added the lines, and what JSqlParser does not look for. */
        PARSER_AND_LEXER,
        /** JSqlParser does not know the syntax, or the text is only a part of a statement. */
        LEXER
    }

    public SqlStatement {
        names = List.copyOf(names);
        functions = List.copyOf(functions);
        mentions = List.copyOf(mentions);
        temporary = Set.copyOf(temporary);
        created = List.copyOf(created);
        schemas = List.copyOf(schemas);
        gaps = List.copyOf(gaps);
        switches = List.copyOf(switches);
        rights = List.copyOf(rights);
        dynamic = List.copyOf(dynamic);
    }

    /** The names with their schemas. */
    public Set<String> qualifiedNames() {
        return names.stream().map(SqlName::qualified).collect(Collectors.toSet());
    }
}
