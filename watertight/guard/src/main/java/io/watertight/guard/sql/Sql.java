package io.watertight.guard.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/**
 * What a text with any number of statements says.
 *
 * @param names of tables, views, functions and other objects; common table expressions and temporary tables are left out
 * @param created what it creates, or renames to
 * @param session changes of role, user, search path or rights
 * @param parsed whether JSqlParser takes it for one valid statement
 */
public record Sql(List<SqlName> names, List<SqlName> created, List<Spot> session, boolean parsed) {

    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(/\\*.*?\\*/\\s*|--\\V*\\v\\s*)*+[({?=\\s]*(select|explain|vacuum|analyze|reindex|begin(?=\\s*;)|merge\\s+into|with|truncate|from"
                    + "|insert(?=\\s+into(\\s+\\S+?(\\s+as\\s+\\w+)?)?\\s*(\\(|\\b(select|values|set|default|with|overriding)\\b|$))"
                    + "|update(?=\\s+(only\\s+)?\\S+((\\s+\\w{1,3})?\\s*$|(\\s+(as\\s+)?\\w+)?\\s*(,|\\b(set|join|inner|left)\\b)))"
                    + "|delete(?=\\s+((\\w+\\s+)?from\\s+)?(only\\s+)?\\S+((\\s+\\w{1,3})?\\s*$|(\\s+(as\\s+)?\\w+)?\\s*(,|;|\\b(where|using|join|returning|limit|order)\\b)))"
                    + "|(create|alter|drop|copy|call|lock|grant|revoke|set|reset|do|comment|refresh|values)(?!.* \\{}))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern QUERY = Pattern.compile(
            "\\s*\\(?\\s*(select|insert|update|delete|merge|with|from\\s+[\\w.]+(\\s+(as\\s+)?\\w+)?\\s*(,|\\b(where|join|left|right|inner|cross|order|group))).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Stands for a part that is not known before the program runs. */
    static final char HOLE = '\u0001';

    /** Whether it begins as a statement does; a sentence may, too. */
    public static boolean isStatement(String text) {
        return STATEMENT.matcher(text).matches();
    }

    public static Sql read(String text) {
        Found found = new Found();
        new SqlScanner(text, 1, found).scan();
        Optional<Set<String>> parsed = QUERY.matcher(text).matches() ? parse(text) : Optional.empty();
        Set<String> temporary = found.temporary.stream().map(Sql::lower).collect(Collectors.toSet());
        List<SqlName> names = found.names.stream()
                .filter(it -> (it.schema() != null && (it.position() || parsed.isEmpty()))
                        || (!temporary.contains(lower(it))
                                && parsed.map(tables -> tables.contains(lower(it)))
                                        .orElse(true)))
                .distinct()
                .toList();
        return new Sql(names, found.created, found.session, parsed.isPresent());
    }

    private static String lower(SqlName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** The names of tables, without their schemas, if the parser knows the syntax. */
    private static Optional<Set<String>> parse(String text) {
        // JPQL may begin with from, and may make objects.
        String filled = text.replace(HOLE, 'x')
                .replaceFirst("(?i)^\\s*from\\b", "select * from")
                .replaceAll("(?i)\\bnew\\s+[\\w.]+(?=\\s*\\()", "f");
        try {
            Statement statement = new CCJSqlParser(filled).Statement();
            return Optional.of(new TablesNamesFinder<Void>()
                    .getTables(statement).stream()
                            .map(it -> it.replaceFirst(".*\\.", "")
                                    .replace("\"", "")
                                    .toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()));
        } catch (ParseException | TokenMgrException | UnsupportedOperationException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** A place in a text, and what stands there. */
    public record Spot(String text, int line) {}

    static final class Found {

        final List<SqlName> names = new ArrayList<>();
        final List<SqlName> created = new ArrayList<>();
        final List<Spot> session = new ArrayList<>();
        final List<SqlName> temporary = new ArrayList<>();
    }
}
