package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.regex.Pattern;

/** Who has no data needs no database. */
final class DataAccessOutsideModule {

    private static final Pattern STORES = Pattern.compile(
            "(javax?\\.sql|jakarta\\.persistence|io\\.r2dbc|org\\.(springframework\\.(jdbc|data|orm|r2dbc|boot\\.(jdbc|sql|flyway))|postgresql|flywaydb|hibernate|jooq|apache\\.ibatis)|com\\.(zaxxer\\.hikari|querydsl|mongodb))\\..*");
    /** Of these, what names pages, checks values or switches something on stores nothing. */
    private static final Pattern HARMLESS = Pattern.compile(
            "org\\.hibernate\\.validator\\..*|.*AutoConfiguration|org\\.springframework\\.data\\.(.*\\.config\\.Enable\\w+(\\$\\w+)?|domain\\..*|web\\..*)");

    private DataAccessOutsideModule() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded()
                .filter(it -> !isHidden(code, it) && !it.isAdapterOfValues())
                .forEach(user -> {
                    findings.examined(user);
                    Lines used = new Lines();
                    user.uses().stream()
                            .filter(it -> STORES.matcher(it.type()).matches()
                                    && !HARMLESS.matcher(it.type()).matches())
                            .forEach(it -> used.add(Lines.simple(it.type()), it.member(), it.line()));
                    findings.add(
                            user,
                            used,
                            "%s uses %s, %s.".formatted(user.simpleName(), used.things(), fault(user)),
                            user.isInBusiness()
                                    ? "Move it into an internal package, without 'public', and let others ask the module's service."
                                    : "Let the module do it that owns the data, and ask for its service: %s."
                                            .formatted(Advice.services(code, user)));
                });
    }

    /** A service that is a class and exported at once stores behind its own methods, as modules of one package are built. */
    private static boolean isHidden(CodeBase code, CodeType type) {
        return type.isInBusiness()
                && type.isOwnedBy(type.home())
                && code.find(type.outermost())
                        .filter(it -> it.isExported()
                                && !it.isBean()
                                && !code.persistence().isData(it.name()))
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
