package io.watertight.guard.rules.detours;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Note.Value;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Bans;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An expression may say what it likes about what it was handed; beans and types of others it may not name. */
final class NoExpressions implements Rule {

    private static final String WHY =
            "An expression is a string: it calls any bean by name and any type by T(...), and no compiler and no rule follows.";
    private static final List<Ban> BANS = List.of(Ban.onTypes(
            List.of(
                    "org.springframework.expression.",
                    "org.springframework.context.expression.",
                    "org.springframework.beans.factory.config.BeanExpressionContext",
                    "org.springframework.beans.factory.config.BeanExpressionResolver",
                    "org.springframework.beans.factory.config.EmbeddedValueResolver",
                    "org.springframework.util.StringValueResolver",
                    "jakarta.el.",
                    "ognl.",
                    "org.mvel2."),
            WHY,
            "Write it in Java."));

    /** Where Spring takes the whole attribute for an expression, by the annotation's simple name. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("EventListener", Set.of("condition")),
            Map.entry("TransactionalEventListener", Set.of("condition")),
            Map.entry("ApplicationModuleListener", Set.of("condition")),
            Map.entry("Cacheable", Set.of("key", "condition", "unless")),
            Map.entry("CachePut", Set.of("key", "condition", "unless")),
            Map.entry("CacheEvict", Set.of("key", "condition")),
            Map.entry("PreAuthorize", Set.of("value")),
            Map.entry("PostAuthorize", Set.of("value")),
            Map.entry("PreFilter", Set.of("value")),
            Map.entry("PostFilter", Set.of("value")),
            Map.entry("AuthenticationPrincipal", Set.of("expression")),
            Map.entry("CurrentSecurityContext", Set.of("expression", "value")),
            Map.entry("ConditionalOnExpression", Set.of("value")));

    /** There the root is what is stored or told, and a name is its property. */
    private static final Set<String> ROOTED = Set.of("Externalized", "Query", "Table", "Column", "MappedCollection");

    private static final String ALIAS = "org.springframework.core.annotation.AliasFor";
    private static final String WEB_EXPRESSION =
            "org.springframework.security.web.access.expression.WebExpressionAuthorizationManager";

    @Override
    public String id() {
        return "no-spel";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DETOURS;
    }

    @Override
    public String promise() {
        return "no expression reaches a bean or a type that is not its own module's";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Bans bans = new Bans(code, findings, BANS);
        Reach reach = new Reach(code);
        code.guardedClasses().forEach(type -> {
            bans.examine(type);
            for (Note note : type.facts().notes()) {
                List<String> beyond = note.values().stream()
                        .filter(it -> it.kind() == ValueKind.TEXT)
                        .flatMap(it -> expressions(code, note, it))
                        .flatMap(it -> reach.beyond(type.actor(), it).stream())
                        .distinct()
                        .toList();
                report(code, type, where(code, type, note), "@" + simple(note.type()), beyond, findings);
            }
            for (Call call : type.facts().calls()) {
                if (call.isConstruction()
                        && call.owner().equals(WEB_EXPRESSION)
                        && call.last() instanceof Operand.TextLiteral(String text)) {
                    report(
                            code,
                            type,
                            code.where(type, call.place().line()),
                            simple(WEB_EXPRESSION),
                            reach.beyond(type.actor(), Expression.of(text, false)),
                            findings);
                }
            }
        });
        Resource.of(code).stream()
                .filter(it -> it.entry().contains("templates/"))
                .forEach(it -> examine(code, reach, it, findings));
    }

    private static Stream<Expression> expressions(Codebase code, Note note, Value value) {
        String annotation = simple(note.type());
        boolean whole = ATTRIBUTES.getOrDefault(annotation, Set.of()).contains(value.attribute())
                || code.find(note.type()).stream()
                        .flatMap(it -> it.facts().notes().stream())
                        .anyMatch(it -> it.type().equals(ALIAS));
        if (whole && !value.value().contains("#{")) {
            return Stream.of(Expression.of(value.value(), annotation.equals("ConditionalOnExpression")));
        }
        return Expression.within(value.value(), "#{").stream()
                .map(it -> Expression.of(it, !whole && !ROOTED.contains(annotation)));
    }

    private static void report(
            Codebase code, CodeClass type, String where, String place, List<String> beyond, Findings findings) {
        if (!beyond.isEmpty()) {
            findings.violation(
                    where,
                    "An expression in %s on %s of %s reaches %s."
                            .formatted(place, type.simpleName(), code.roomOf(type), String.join(" and ", beyond)),
                    WHY,
                    "Ask in Java, with the service injected. An expression may use its arguments, such as #id, and hasRole('X').");
        }
    }

    /** Names in a template are of its model; only beans and types lead out of it. */
    private static void examine(Codebase code, Reach reach, Resource template, Findings findings) {
        DomainModule owner = template.owner(code);
        List<String> lines = template.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<String> beyond = Stream.of("${", "*{")
                    .flatMap(it -> Expression.within(line, it).stream())
                    .filter(it -> it.contains("@") || it.contains("T("))
                    .flatMap(it -> reach.beyond(owner, Expression.of(it, false)).stream())
                    .distinct()
                    .toList();
            if (!beyond.isEmpty()) {
                findings.violation(
                        template.where(code, i + 1),
                        "A template of %s reaches %s.".formatted(template.room(), String.join(" and ", beyond)),
                        WHY,
                        "Let the controller ask the service and put what is shown into the model.");
            }
        }
    }

    private static String where(Codebase code, CodeClass type, Note note) {
        String member = note.place().member();
        if (member == null) {
            return code.where(type);
        }
        return note.place().line() > 1 ? code.where(type, note.place().line()) : code.where(type, member);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
