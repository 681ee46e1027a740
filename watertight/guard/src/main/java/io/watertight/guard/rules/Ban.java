package io.watertight.guard.rules;

import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.CodeType.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something of the JDK or of a framework that the application's code leaves alone.
 *
 * @param types a pattern of fully qualified names
 * @param methods a pattern of methods whose calls alone are meant; empty if naming the type is enough
 * @param why it must not be used
 * @param instead what to do
 */
public record Ban(Pattern types, String methods, String why, String instead) {

    public Ban(String types, String methods, String why, String instead) {
        this(
                Pattern.compile("(" + types.replaceAll("(?<=\\w)\\.(?=[a-zA-Z(\\\\])", "\\\\.") + ")(\\$.*)?"),
                methods,
                why,
                instead);
    }

    /** Takes down what a class uses of what is banned: for one reason, once. */
    public static void examine(CodeType user, List<Ban> bans, Findings findings) {
        Map<String, Lines> used = new LinkedHashMap<>();
        Map<String, Ban> reasons = new LinkedHashMap<>();
        for (Ban ban : bans) {
            String reason = ban.why() + ban.instead();
            reasons.putIfAbsent(reason, ban);
            Lines lines = used.computeIfAbsent(reason, _ -> new Lines());
            if (ban.methods().isEmpty()) {
                for (Use use : user.uses()) {
                    if (ban.types().matcher(use.type()).matches()) {
                        lines.add(Lines.simple(use.type()), use.member(), use.line());
                    }
                }
            } else {
                for (Call call : user.calls()) {
                    if (call.name().matches(ban.methods())
                            && ban.types().matcher(call.owner().getName()).matches()) {
                        lines.add(
                                "%s.%s".formatted(Lines.simple(call.owner().getName()), call.name()),
                                call.member(),
                                call.line());
                    }
                }
            }
        }
        used.forEach((reason, lines) -> {
            Ban ban = reasons.get(reason);
            if (ban != null && !lines.things().isEmpty()) {
                findings.add(
                        findings.at(user, lines.member(), lines.first()),
                        lines,
                        "%s uses %s%s.".formatted(user.inWords(), lines.things(), lines.others()),
                        ban.why(),
                        ban.instead());
            }
        });
    }
}
