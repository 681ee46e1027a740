package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is not exported is nobody else's, whether it is named by its type or by a string. */
final class ForeignInternals {

    void examine(CodeBase code, CodeType user, Findings findings) {
        Map<AppModule, Lines> used = new LinkedHashMap<>();
        user.uses()
                .forEach(use -> hidden(code, user, use.type())
                        .ifPresent(it -> Lines.of(used, it.module()).add(it.simpleName(), use.member(), use.line())));
        user.texts()
                .filter(it -> it.value().startsWith(code.basePackage()) && !(user.isTest() && user.owner() == null))
                .forEach(text -> hidden(code, user, text.value())
                        .ifPresent(it -> Lines.of(used, it.module())
                                .add("the name of " + it.simpleName(), text.member(), text.line())));
        used.forEach((owner, lines) -> findings.add(
                user,
                lines,
                "%s uses %s, which module '%s' does not export%s."
                        .formatted(user.inWords(), lines.things(), owner.name(), lines.others()),
                user.isTest()
                        ? "Use what module '%s' exports, or a stub of it. A test of several modules belongs to the application's own package."
                                .formatted(owner.name())
                        : Advice.ask(code, owner, lines.things(), false)));
    }

    /** Entities and repositories are another rule's, which knows what is done with them. */
    private static Optional<CodeType> hidden(CodeBase code, CodeType user, String type) {
        return code.find(type)
                .filter(it -> it.owner() != null && !user.isOwnedBy(it.owner()))
                .filter(it -> !it.isExported() && isSaid(code, it) && !it.isDescriptor())
                .filter(it -> !(user.isTest() && it.module().shared()))
                .filter(it -> !code.persistence().isData(type) || it.module().shared());
    }

    /** Not where no module is declared and all that is public in this one lies in packages like {@code service} and {@code dto}. */
    private static boolean isSaid(CodeBase code, CodeType type) {
        return code.modules().stream().anyMatch(AppModule::declared)
                || !code.exportsOf(type.module()).isEmpty()
                || (type.packageName() + ".").startsWith(type.module().internalPackage() + ".");
    }
}
