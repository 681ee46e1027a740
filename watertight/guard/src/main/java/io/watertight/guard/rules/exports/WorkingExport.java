package io.watertight.guard.rules.exports;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.Set;
import java.util.regex.Pattern;

/** Data that reads files or asks services is an active record again, whatever it is called. */
final class WorkingExport implements Rule {

    private static final Pattern OUTSIDE = Pattern.compile(
            "java\\.io\\.(File|Random|PrintStream|FileInput|FileOutput|FileReader|FileWriter).*|java\\.nio\\.(file|channels)\\..*"
                    + "|java\\.net\\.(http\\..*|Socket.*|ServerSocket|URLConnection|HttpURLConnection)|java\\.sql\\..*|javax\\.sql\\..*"
                    + "|java\\.lang\\.(Thread.*|Process.*|Runtime|System\\$Logger)|java\\.util\\.concurrent\\.(Exec|ForkJoin|Completable|Timer).*"
                    + "|java\\.util\\.(Timer|logging\\..*|ServiceLoader|prefs\\..*)|java\\.lang\\.reflect\\..*|org\\.slf4j\\..*"
                    + "|org\\.springframework\\.(?!util\\.|modulith\\.|data\\.domain\\.).*|jakarta\\.persistence\\..*");
    private static final Pattern CALLS =
            Pattern.compile("java\\.lang\\.(Class\\.(forName|getResource).*|ClassLoader\\..*|System\\.(getenv|getProperty|exit|load).*|Object\\.(wait|notify).*)"
                    + "|java\\.net\\.URL\\.open.*|java\\.net\\.InetAddress\\.get.*");

    @Override
    public About about() {
        return new About(
                "working-export",
                RuleGroup.EXPORTS,
                Level.STRICT,
                "exported data computes with values; it touches no service, no file, no network and no thread");
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("live-object", "exposed-data", "pure-kernel", "reflection");
    }

    @Override
    public void examine(CodeBase code, Findings findings) {
        Exports.of(code)
                .filter(it -> Exports.isData(code, it) || it.java().isAssignableTo(Throwable.class))
                .filter(it -> !(it.packageName() + ".").contains(".adapters."))
                .forEach(type -> {
                    findings.examined(type);
                    Lines calls = new Lines();
                    for (Call call : type.calls()) {
                        if (isOutside(code, type, call) || byHelper(code, type, call)) {
                            calls.add(
                                    "%s.%s".formatted(call.owner().getSimpleName(), call.name().replace("<init>", "new")),
                                    call.member(),
                                    call.line());
                        }
                    }
                    if (!calls.things().isEmpty()) {
                        findings.add(
                                findings.at(type, calls.member(), calls.first()),
                                calls,
                                "%s calls %s%s.".formatted(type.inWords(), calls.things(), calls.others()),
                                "Whoever receives data expects to read it anywhere: in another module, in a test, in another process.",
                                "Move it into the module's service, and pass the result as a component.");
                    }
                });
    }

    private static boolean isOutside(CodeBase code, CodeType type, Call call) {
        String owner = call.owner().getName();
        CodeType own = code.find(owner).orElse(null);
        if (own != null) {
            return !type.java().isAssignableTo(owner)
                    && (Persistence.isRepository(own.java())
                            || own.isBean()
                            || Exports.isService(code, own));
        }
        return OUTSIDE.matcher(owner).matches() || CALLS.matcher(owner + "." + call.name()).matches();
    }

    /** A class of the module that is no data, and does for it what it may not do. */
    private static boolean byHelper(CodeBase code, CodeType type, Call call) {
        return code.find(call.owner())
                .filter(it -> !it.equals(type) && !it.isExported() && !it.java().isInterface() && it.isOwnedBy(type.owner()))
                .filter(it -> it.calls().stream()
                        .anyMatch(inner -> inner.member().equals(call.name()) && isOutside(code, it, inner)))
                .isPresent();
    }
}
