package io.watertight.guard.rules.build;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks at the classpath itself, so that it does not matter by which way a library came or whether the enforcer ran. */
final class PersistenceTechnologies implements Rule {

    private static final Map<Pattern, String> BANNED = new LinkedHashMap<>();

    static {
        BANNED.put(
                Pattern.compile(
                        "(jakarta\\.persistence-api|hibernate-core|eclipselink|spring-data-jpa|openjpa)-.*\\.jar"),
                "JPA: an entity that is loaded lazily leaves its module, and flushes itself wherever a transaction ends");
        BANNED.put(
                Pattern.compile("spring-data-rest-.*\\.jar"),
                "Spring Data REST: it puts every repository on the web, around its module's service");
        BANNED.put(
                Pattern.compile("(jooq|jooq-.*)-\\d.*\\.jar"),
                "jOOQ: its generated classes let everybody name every table");
        BANNED.put(
                Pattern.compile("(r2dbc-.*|spring-r2dbc|spring-data-r2dbc)-\\d.*\\.jar"),
                "R2DBC: it opens connections of its own, beyond roles and transactions");
        BANNED.put(
                Pattern.compile("mybatis(-.*)?-\\d.*\\.jar"),
                "MyBatis: its SQL stands in files that no compiler and no rule reads");
        BANNED.put(
                Pattern.compile("(jdbi3?-.*|ebean(-.*)?|querydsl-sql|spring-data-mongodb)-\\d.*\\.jar"),
                "a second way to the data, beside the one that the guards know");
    }

    @Override
    public String id() {
        return "persistence-technologies";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.BUILD;
    }

    @Override
    public String promise() {
        return "Spring Data JDBC and JDBC are the only ways to the database";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (Path entry : code.classpath()) {
            String name = String.valueOf(entry.getFileName());
            findings.examined(name);
            BANNED.forEach((banned, why) -> {
                if (banned.matcher(name).matches()) {
                    findings.violation(
                            code.path(entry),
                            "There is %s on the classpath.".formatted(name),
                            "It is %s.".formatted(why),
                            "Find who brings it by: ./mvnw dependency:tree -Dincludes=:%s. Use Spring Data JDBC, or JdbcClient."
                                    .formatted(name.replaceFirst("-\\d.*", "")));
                }
            });
        }
    }
}
