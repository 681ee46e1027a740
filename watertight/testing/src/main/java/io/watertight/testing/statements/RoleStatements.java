package io.watertight.testing.statements;

import java.util.regex.Pattern;

/** Recognises statements that only set a role. */
final class RoleStatements {

    private static final Pattern ROLE_STATEMENT = Pattern.compile("""
            \\s* (?:
                set \\s+ (?:(?:local|session) \\s+)? (?:role|session \\s+ authorization) \\b [^;]*
              | reset \\s+ (?:role|session \\s+ authorization)
              | select \\s+ (?:pg_catalog\\.)? set_config \\s* \\(
                    \\s* '(?:role|session_authorization)' \\s* , [^,()]+ , [^,()]+ \\)
            ) \\s* ;? \\s*
            """, Pattern.CASE_INSENSITIVE | Pattern.COMMENTS);

    private RoleStatements() {}

    static boolean matches(String sql) {
        return ROLE_STATEMENT.matcher(sql).matches();
    }
}
