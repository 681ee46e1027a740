package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.List;

/** The container gives any bean to a caller that asks by a name, or for everything there is. */
final class BeanLookup {

    private static final List<Ban> BANS = List.of(Ban.onCalls(
            "org.springframework.(beans.factory|(web.)?context).*",
            "getBean\\(java.lang.String.*|getBean(Names|DefinitionNames|sWithAnnotation)\\w*|getSingleton(Names)?|beans?OfType\\w*"
                    + "|getWebApplicationContext|autowire\\w*|createBean|configureBean|processInjection\\w*"));

    void examine(CodeBase code, CodeType user, Findings findings) {
        Ban.examine(user, BANS, findings);
    }
}
