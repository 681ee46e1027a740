package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every module stands on what is shared, so whatever that needs, everybody needs. */
final class PureKernel {

    private static final Pattern HARMFUL = Pattern.compile(
            "java\\.(io\\.(File|Random|PrintStream|FileInput|FileOutput)|nio\\.(file|channels)|net\\.(?!URI|URL$)|sql|rmi|lang\\.(reflect|invoke\\.MethodHandles"
                    + "|Thread|(Inheritable)?ThreadLocal|ScopedValue|Process|ProcessBuilder|ClassLoader|Runtime)\\b|util\\.(concurrent\\.(Executor|ForkJoin|Completable)|logging|prefs)).*");
    /** The toolkit's contracts are as pure as the kernel. */
    private static final Pattern ALLOWED = Pattern.compile(
            "[^.]*|(java|org\\.jspecify|io\\.watertight\\.api|kotlin|org\\.springframework\\.modulith)\\..*");

    static Stream<CodeType> types(CodeBase code) {
        return code.types().stream()
                .filter(it -> it.isShared() && it.isOwnedBy(it.home()))
                .filter(it -> !it.isAdapterOfValues() && !it.isRemoteInterface());
    }

    void examine(CodeBase code, CodeType user, Findings findings) {
        Lines used = new Lines();
        user.uses().stream()
                .filter(it -> HARMFUL.matcher(it.type()).matches()
                        || (!ALLOWED.matcher(it.type()).matches()
                                && code.find(it.type()).map(CodeType::owner).isEmpty()))
                .forEach(it -> used.add(Lines.simple(it.type()), it.member(), it.line()));
        findings.add(
                user,
                used,
                "%s uses %s%s.".formatted(user.inWords(), used.things(), used.others()),
                "Keep the value type free of it: what stores, prints or checks values belongs in package %s.adapters, and behaviour in a module."
                        .formatted(user.module().basePackage()));
    }
}
