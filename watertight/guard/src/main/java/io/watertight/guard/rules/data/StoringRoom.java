package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/** Where code may store something: in a module, behind what it exports. */
final class StoringRoom {

    private static final String COMPONENT = "org.springframework.stereotype.Component";

    private StoringRoom() {}

    /**
     * Whether the class stands there. A service that is a class and exported at once stores behind its own methods, which
     * is how modules without an internal package are built.
     */
    static boolean holds(Codebase code, CodeClass type) {
        return isInModule(type) && !isOpen(code, type);
    }

    /** Whether it was compiled with the module whose package it is in, and that module has data of its own. */
    static boolean isInModule(CodeClass type) {
        DomainModule actor = type.actor();
        return actor != null && !actor.shared() && actor.equals(type.home());
    }

    private static boolean isOpen(Codebase code, CodeClass type) {
        JavaClass outermost = type.type();
        for (Optional<JavaClass> around = outermost.getEnclosingClass();
                around.isPresent();
                around = around.get().getEnclosingClass()) {
            outermost = around.get();
        }
        boolean service = !outermost.isInterface() && outermost.isMetaAnnotatedWith(COMPONENT);
        return !service && code.find(outermost).filter(code::isExported).isPresent();
    }

    /** Why a class stands outside of it, as the end of a sentence. */
    static String fault(Codebase code, CodeClass type) {
        DomainModule actor = type.actor();
        if (actor == null || actor.shared()) {
            return "stands in %s".formatted(code.roomOf(type));
        }
        return isInModule(type)
                ? "is exported by module '%s'".formatted(actor.name())
                : "lies in the package %s, outside of module '%s'".formatted(type.packageName(), actor.name());
    }
}
