package io.watertight.guard.rules;

import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.References.Use;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something of the JDK or of a framework that the application's code leaves alone.
 *
 * @param types a pattern of fully qualified names
 * @param methods a pattern of methods, with parameters or without, whose calls alone are meant; empty if naming the type
 *     is enough
 */
record Ban(Pattern types, String methods) {

    static Ban on(String types) {
        return onCalls(types, "");
    }

    static Ban onCalls(String types, String methods) {
        String escaped = types.replaceAll("(?<=\\w)\\.(?=[a-zA-Z(\\\\])", "\\\\.");
        return new Ban(Pattern.compile("(" + escaped + ")(\\$.*)?"), methods);
    }

    /** Records the banned things that a class uses. */
    static void examine(CodeType user, List<Ban> bans, Findings findings) {
        Lines used = new Lines();
        bans.forEach(it -> it.collect(user, used));
        findings.add(user, used, "%s uses %s%s.".formatted(user.inWords(), used.things(), used.others()));
    }

    private void collect(CodeType user, Lines used) {
        if (methods.isEmpty()) {
            for (Use use : user.uses()) {
                if (types.matcher(use.type()).matches()) {
                    used.add(Lines.simple(use.type()), use.member(), use.line());
                }
            }
            return;
        }
        for (Call call : user.calls()) {
            String owner = call.owner().getName();
            if ((call.name().matches(methods) || call.signature().matches(methods))
                    && types.matcher(owner).matches()) {
                used.add("%s.%s".formatted(Lines.simple(owner), call.name()), call.member(), call.line());
            }
        }
    }
}
