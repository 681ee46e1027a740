package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whatever the kernel drags in, every module gets. */
final class PureKernel implements Rule {

    private static final List<String> ALLOWED = List.of("java.", "org.jspecify.annotations.");
    private static final Pattern OUTSIDE_WORLD =
            Pattern.compile("java\\.(sql|rmi|net\\.http|nio\\.file|nio\\.channels)\\..*"
                    + "|java\\.net\\.(Socket|ServerSocket|URL).*"
                    + "|java\\.io\\.(File|RandomAccessFile).*"
                    + "|java\\.lang\\.(Process.*|Runtime|Thread.*)"
                    + "|java\\.util\\.concurrent\\.Executor.*");

    @Override
    public String id() {
        return "pure-kernel";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "the shared kernel uses value types of the JDK, JSpecify and nothing else";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.classes().stream()
                .filter(it -> it.actor() != null && it.actor().shared() && !it.isDescriptor())
                .forEach(user -> {
                    findings.examined(user);
                    Map<String, Lines> others = new LinkedHashMap<>();
                    user.facts().mentions().stream()
                            .filter(it -> isForeign(code, user, it))
                            .forEach(it -> others.computeIfAbsent(it.type(), _ -> new Lines())
                                    .add(it.place().line()));
                    others.forEach(
                            (type, lines) -> findings.violation(
                                    code.where(user, lines.first()),
                                    "%s of the shared kernel uses %s%s."
                                            .formatted(user.simpleName(), type, lines.others()),
                                    "The kernel is value types that every module compiles against: no framework, no I/O, no business.",
                                    "Move what needs it into the module that wants it, or into the platform if it is technical."));
                });
    }

    private static boolean isForeign(Codebase code, CodeClass user, Mention mention) {
        String type = mention.type();
        boolean allowed = ALLOWED.stream().anyMatch(type::startsWith)
                && !OUTSIDE_WORLD.matcher(type).matches();
        // Primitive types have no dot.
        return type.contains(".")
                && !allowed
                && code.find(type)
                        .filter(it -> user.actor() != null && user.actor().equals(it.actor()))
                        .isEmpty()
                // Told by "arrows".
                && !code.owns(type);
    }
}
