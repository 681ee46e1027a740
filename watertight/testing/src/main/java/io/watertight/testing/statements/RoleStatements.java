package io.watertight.testing.statements;

import java.util.regex.Pattern;

/** Recognises SQL that sets a role, in the forms in which the toolkit does. */
final class RoleStatements {

    private static final Pattern ROLE_STATEMENT =
            Pattern.compile("\\s*(set\\s+(local\\s+)?role\\s+[^;]+|reset\\s+role\\s*);?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROLE_AND_REST =
            Pattern.compile("\\A\\s*set\\s+local\\s+role\\s+[^;]+;\\s*", Pattern.CASE_INSENSITIVE);

    private RoleStatements() {}

    /** {@return the SQL without the statement that sets the role for the rest of it} */
    static String withoutRole(String sql) {
        return matches(sql) ? sql : ROLE_AND_REST.matcher(sql).replaceFirst("");
    }

    static boolean matches(String sql) {
        return ROLE_STATEMENT.matcher(sql).matches();
    }
}
