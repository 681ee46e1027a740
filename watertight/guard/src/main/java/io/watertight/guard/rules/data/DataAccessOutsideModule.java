package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.List;
import java.util.Optional;

/** Who has no data needs no database. */
final class DataAccessOutsideModule {

    private static final List<String> STORES = List.of(
            "java.sql.",
            "javax.sql.",
            "org.springframework.jdbc.",
            "org.springframework.data.",
            "org.springframework.orm.",
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.sql.",
            "org.springframework.boot.flyway.",
            "io.r2dbc.",
            "org.springframework.r2dbc.",
            "org.postgresql.",
            "com.zaxxer.hikari.",
            "org.flywaydb.",
            "jakarta.persistence.",
            "org.hibernate.",
            "org.jooq.",
            "org.apache.ibatis.",
            "com.querydsl.",
            "com.mongodb.");

    private DataAccessOutsideModule() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded()
                .filter(it -> !isHidden(code, it) && !it.isAdapterOfValues())
                .forEach(user -> {
                    findings.examined(user);
                    Lines used = new Lines();
                    for (Use use : user.uses()) {
                        if (stores(use.type())) {
                            used.add(Lines.simple(use.type()), use.member(), use.line());
                        }
                    }
                    if (!used.things().isEmpty()) {
                        findings.add(
                                findings.at(user, used.member(), used.first()),
                                used,
                                "%s uses %s, %s.".formatted(user.simpleName(), used.things(), fault(user)),
                                "Every table belongs to one module, and only code that is hidden in the module can be"
                                        + " held to that.",
                                user.isInBusiness()
                                        ? "Move it into an internal package, without 'public', and let others ask the"
                                                + " module's service."
                                        : "Let the module do it that owns the data, and ask for its service: %s."
                                                .formatted(Advice.services(code, user)));
                    }
                });
    }

    private static boolean stores(String type) {
        return STORES.stream().anyMatch(type::startsWith)
                && !type.startsWith("org.hibernate.validator.")
                && !type.endsWith("AutoConfiguration")
                && !type.matches(
                        "org\\.springframework\\.data\\.(.*\\.config\\.Enable\\w+(\\$\\w+)?|domain\\..*|web\\..*)")
                && !type.matches("org\\.springframework\\.dao\\..*");
    }

    /** A service that is a class and exported at once stores behind its own methods, as modules of one package are built. */
    private static boolean isHidden(CodeBase code, CodeType type) {
        if (!type.isInBusiness() || !type.isOwnedBy(type.home())) {
            return false;
        }
        JavaClass outermost = type.java();
        for (Optional<JavaClass> around = outermost.getEnclosingClass();
                around.isPresent();
                around = around.get().getEnclosingClass()) {
            outermost = around.get();
        }
        JavaClass found = outermost;
        return code.find(found)
                .filter(it ->
                        it.isExported() && !it.isBean() && !code.persistence().isData(it.name()))
                .isEmpty();
    }

    private static String fault(CodeType user) {
        if (!user.isInBusiness()) {
            return "and is part of %s".formatted(user.place());
        }
        return user.isExported()
                ? "and is exported by %s".formatted(user.place())
                : "in the package %s, outside of %s".formatted(user.packageName(), user.place());
    }
}
