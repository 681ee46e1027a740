package io.watertight.testing.statements;

import java.util.regex.Pattern;

/** Recognises SQL that sets a role. */
final class RoleStatements {

    private static final Pattern ROLE_STATEMENT = Pattern.compile("""
            \\s* (?:
                set \\s+ (?:(?:local|session) \\s+)? (?:role|session \\s+ authorization) \\b [^;]*
              | reset \\s+ (?:role|session \\s+ authorization)
              | select \\s+ (?:pg_catalog\\.)? set_config \\s* \\(
                    \\s* '(?:role|session_authorization)' \\s* , [^,()]+ , [^,()]+ \\)
            ) \\s* ;? \\s*
            """, Pattern.CASE_INSENSITIVE | Pattern.COMMENTS);

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
