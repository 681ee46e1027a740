package io.watertight.guard.rules.exports;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.Persistence;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Data that reads files or asks services is an active record again, whatever it is called. */
final class HarmlessData implements Rule {

    @Override
    public String id() {
        return "exported-data-does-no-io";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EXPORTS;
    }

    @Override
    public String promise() {
        return "exported data computes with values; it touches no service, no file, no network and no thread";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Entities entities = new Entities(code);
        Exports.of(code)
                .filter(it -> Exports.isData(code, entities, it) && !Exports.isBean(it.type()))
                .forEach(exported -> {
                    findings.examined(exported);
                    Map<Harm, Lines> calls = new TreeMap<>();
                    collect(code, exported, calls);
                    calls.forEach((called, lines) -> report(code, exported, called, lines, findings));
                });
    }

    private static void report(Codebase code, CodeClass exported, Harm called, Lines lines, Findings findings) {
        boolean service = code.owns(called.owner());
        findings.violation(
                code.where(exported, lines.first()),
                "%s, exported by %s, calls %s%s."
                        .formatted(exported.simpleName(), Exports.exporterOf(exported), called, lines.others()),
                service
                        ? "Data that asks a service loads more while it is read: one statement for each row, and outside of what the service was asked for."
                        : "Whoever receives data expects to read it anywhere: in another module, in a test, in another process.",
                service
                        ? "Let the service put what is needed into a component when it makes the record."
                        : "Move it into the module's service, and pass the result as a component.");
    }

    /** Also what helpers in the same package are called for, as far as it is the module's own code. */
    private static void collect(Codebase code, CodeClass exported, Map<Harm, Lines> found) {
        exported.facts()
                .calls()
                .forEach(it -> harm(code, exported, it)
                        .ifPresent(called -> found.computeIfAbsent(called, _ -> new Lines())
                                .add(it.place().line())));
        for (Call call : exported.facts().calls()) {
            reachedBy(code, exported, call)
                    .ifPresent(called -> found.computeIfAbsent(called, _ -> new Lines())
                            .add(call.place().line()));
        }
    }

    private static Optional<Harm> reachedBy(Codebase code, CodeClass exported, Call first) {
        Deque<Call> open = new ArrayDeque<>(Set.of(first));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Call call = open.poll();
            Optional<CodeClass> helper = code.find(call.owner())
                    .filter(it -> !it.equals(exported)
                            && !code.isExported(it)
                            && !it.type().isInterface());
            if (helper.isPresent() && seen.add(call.owner() + "." + call.method())) {
                for (Call inside : helper.get().facts().calls()) {
                    if (belongsTo(inside, call.method())) {
                        Optional<Harm> harm = harm(code, helper.get(), inside);
                        if (harm.isPresent()) {
                            return Optional.of(new Harm(
                                    harm.get().owner(),
                                    harm.get().method(),
                                    " by way of " + helper.get().simpleName()));
                        }
                        open.add(inside);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean belongsTo(Call inside, String method) {
        String member = String.valueOf(inside.place().member());
        return member.equals(method) || member.startsWith("lambda$" + method + "$");
    }

    /** {@return owner and method of a call that data must not make} */
    private static Optional<Harm> harm(Codebase code, CodeClass caller, Call call) {
        Optional<CodeClass> own = code.find(call.owner());
        boolean harmful = own.isPresent()
                ? !isOwnFamily(caller, own.get().type()) && isService(code, own.get())
                : !PureCalls.isPure(call.owner(), call.method());
        return harmful
                ? Optional.of(new Harm(call.owner(), call.method().replace("<init>", "new"), ""))
                : Optional.empty();
    }

    /** A default method may call the methods next to it. */
    private static boolean isOwnFamily(CodeClass caller, JavaClass owner) {
        return caller.type().isAssignableTo(owner.getName());
    }

    private static boolean isService(Codebase code, CodeClass type) {
        return Persistence.isRepository(type.type())
                || Exports.isBean(type.type())
                || (code.isExported(type) && OwnerAdvice.isService(code, type));
    }

    /**
     * A call that data must not make.
     *
     * @param way the helper that makes it, in words; empty if there is none
     */
    private record Harm(String owner, String method, String way) implements Comparable<Harm> {

        @Override
        public int compareTo(Harm other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            String simple = owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.');
            return "%s.%s%s".formatted(simple, method, way);
        }
    }
}
