package io.watertight.guard.rules.build;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where Spring Data JDBC stores, a second way to the database would go past it, and past these rules. */
final class SecondTechnology implements Rule {

    private static final Pattern JARS = Pattern.compile(
            "(hibernate-core|eclipselink|openjpa|jooq|mybatis|mybatis-spring|jdbi3?-core|ebean|querydsl-sql|querydsl-jpa|r2dbc-spi|spring-r2dbc|spring-data-r2dbc|spring-data-jpa"
                    + "|spring-data-rest-(core|webmvc)|exposed-core|jakarta\\.persistence-api)-\\d.*\\.jar");

    @Override
    public About about() {
        return new About(
                "second-technology",
                RuleGroup.BUILD,
                Level.STRICT,
                "where Spring Data JDBC stores, it and JDBC are the only ways to the database");
    }

    @Override
    public void examine(CodeBase code, Findings findings) {
        boolean jdbc = code.persistence().entities().stream().anyMatch(it -> it.java().isAnnotatedWith(Spring.TABLE))
                && code.persistence().entities().stream().noneMatch(it -> it.java().isAnnotatedWith(Spring.JPA_ENTITY));
        if (!jdbc) {
            return;
        }
        for (Path entry : code.classPath()) {
            String name = String.valueOf(entry.getFileName());
            findings.examined(name);
            if (JARS.matcher(name).matches()) {
                findings.add(
                        findings.at(code.path(entry), 0),
                        name.replaceFirst("-\\d.*", ""),
                        "%s is on the class path.".formatted(name.replaceFirst("-\\d.*", "")),
                        "Whoever stores by it goes past the repositories that these rules look at.",
                        "Remove it; where a library brings it along, exclude it there.");
            }
        }
    }
}
