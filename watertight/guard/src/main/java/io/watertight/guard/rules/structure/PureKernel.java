package io.watertight.guard.rules.structure;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.List;
import java.util.regex.Pattern;

/** Every module stands on what is shared, so whatever that needs, everybody needs. */
final class PureKernel {

    /** The toolkit's contracts are as pure as the kernel. */
    private static final List<String> ALLOWED =
            List.of("java.", "org.jspecify.", "io.watertight.api.", "kotlin.", "org.springframework.modulith.");

    private static final Pattern HARMFUL = Pattern.compile(
            "java\\.(io\\.(File|Random|PrintStream|FileInput|FileOutput)|nio\\.file|nio\\.channels|net\\.(?!URI|URL$)|sql|rmi|lang\\.(reflect|invoke\\.MethodHandles"
                    + "|Thread|Process|ProcessBuilder|ClassLoader|Runtime)\\b|util\\.concurrent\\.(Executor|ForkJoin|Completable)|util\\.logging|util\\.prefs).*");

    private PureKernel() {}

    static void examine(CodeBase code, Findings findings) {
        code.types().stream()
                .filter(it -> it.owner() != null && it.owner().shared() && it.isOwnedBy(it.home()))
                .filter(it -> !it.isAdapterOfValues())
                .forEach(user -> {
                    findings.examined(user);
                    Lines used = new Lines();
                    for (Use use : user.uses()) {
                        if (!isAllowed(code, use.type())) {
                            used.add(Lines.simple(use.type()), use.member(), use.line());
                        }
                    }
                    if (!used.things().isEmpty()) {
                        findings.add(
                                findings.at(user, used.member(), used.first()),
                                used,
                                "%s uses %s%s.".formatted(user.inWords(), used.things(), used.others()),
                                "Every module depends on what is shared, so every module would depend on this as well.",
                                "Keep the value type free of it: what stores, prints or checks values belongs to package %s.adapters,"
                                                .formatted(user.module().basePackage())
                                        + " and whatever does something to a module.");
                    }
                });
    }

    private static boolean isAllowed(CodeBase code, String type) {
        return (!type.contains(".")
                        || ALLOWED.stream().anyMatch(type::startsWith)
                        || code.find(type).filter(it -> it.owner() != null).isPresent())
                && !HARMFUL.matcher(type).matches();
    }
}
