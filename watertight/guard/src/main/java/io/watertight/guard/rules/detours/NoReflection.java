package io.watertight.guard.rules.detours;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Bans;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.Set;

/** Reading a type's name or its annotations is nobody's harm; making, calling and changing what one cannot name is. */
final class NoReflection implements Rule {

    private static final Set<String> LOADERS =
            Set.of("java.lang.ClassLoader", "java.security.SecureClassLoader", "java.net.URLClassLoader");

    @Override
    public String id() {
        return "no-reflection";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DETOURS;
    }

    @Override
    public String promise() {
        return "nobody reaches a class or a member by reflection, by a generated class or by another process";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Bans bans = new Bans(code, findings, ReflectionBans.ALL);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(it -> {
            bans.examine(it);
            if (it.facts().superclass() != null && LOADERS.contains(it.facts().superclass())) {
                findings.violation(
                        code.where(it),
                        "%s of %s is a class loader.".formatted(it.simpleName(), code.roomOf(it)),
                        "A class that it defines is in any package that it likes, and no build has seen it.",
                        "Write the class and compile it.");
            }
            it.facts().calls().stream()
                    .filter(call -> call.owner().equals("java.util.ServiceLoader"))
                    .forEach(call -> examineLookUp(code, it, call, findings));
        });
    }

    /** Libraries are found that way; the application's own types are beans. */
    private static void examineLookUp(Codebase code, CodeClass type, Call call, Findings findings) {
        call.constants().stream()
                .filter(Operand.TypeLiteral.class::isInstance)
                .flatMap(it -> code.find(((Operand.TypeLiteral) it).type()).stream())
                .forEach(it -> findings.violation(
                        code.where(type, call.place().line()),
                        "%s of %s looks up %s by ServiceLoader."
                                .formatted(type.simpleName(), code.roomOf(type), it.simpleName()),
                        "What is found that way is made by nobody's configuration, without its transaction and role.",
                        "Have a bean of the type injected."));
    }
}
