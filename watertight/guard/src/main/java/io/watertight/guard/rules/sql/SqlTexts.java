package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.Persistence;
import io.watertight.guard.rules.sql.SqlText.Certainty;
import io.watertight.guard.sql.SqlShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The strings of one class, and how certain it is that they are SQL. */
final class SqlTexts {

    private static final Set<String> QUERY_ANNOTATIONS = Set.of(
            "org.springframework.data.jdbc.repository.query.Query",
            "org.springframework.data.r2dbc.repository.Query",
            "org.springframework.data.jpa.repository.Query",
            "org.springframework.data.jpa.repository.NativeQuery",
            "org.springframework.test.context.jdbc.Sql",
            "jakarta.persistence.NamedNativeQuery");
    private static final Set<String> QUERY_ATTRIBUTES = Set.of("value", "query", "countQuery", "statements");
    private static final Set<String> FORMATTING = Set.of("formatted", "format");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private final CodeClass type;
    private final List<Call> sending;
    private final Set<String> sendingMembers = new HashSet<>();
    private final boolean repository;

    SqlTexts(Codebase code, CodeClass type) {
        this.type = type;
        this.sending = type.facts().calls().stream()
                .filter(it -> SqlCalls.sends(code, it))
                .toList();
        sending.forEach(it -> sendingMembers.add(member(it.place().member())));
        this.repository = Persistence.isRepository(type.type());
    }

    /** The calls that send SQL. */
    List<Call> sending() {
        return sending;
    }

    /** Whether the class has to do with SQL at all. */
    boolean isSender() {
        return repository || !sending.isEmpty();
    }

    /** All strings, each of them once, at its most certain. */
    List<SqlText> all() {
        Map<String, SqlText> texts = new LinkedHashMap<>();
        List<SqlText> found = new ArrayList<>();
        for (Note note : type.facts().notes()) {
            if (QUERY_ANNOTATIONS.contains(note.type())) {
                note.values().stream()
                        .filter(it -> QUERY_ATTRIBUTES.contains(it.attribute()) && it.kind() == Note.ValueKind.TEXT)
                        .forEach(it ->
                                found.add(new SqlText(it.value(), note.place().member(), 0, Certainty.SENT)));
            }
        }
        sending.forEach(call -> given(call)
                .forEach(it -> found.add(
                        new SqlText(it, call.place().member(), call.place().line(), Certainty.SENT))));
        type.facts()
                .texts()
                .forEach(it -> found.add(new SqlText(
                        it.value(),
                        it.place().member(),
                        it.kind() == Text.Kind.ANNOTATION ? 0 : it.place().line(),
                        certainty(it))));
        Map<String, String> formatted = formattedWithConstants();
        found.stream()
                .filter(it -> !it.value().isBlank())
                .map(it -> it.withValue(formatted.getOrDefault(it.value(), it.value())))
                .forEach(it ->
                        texts.merge(it.value(), it, (a, b) -> a.certainty().compareTo(b.certainty()) <= 0 ? a : b));
        return List.copyOf(texts.values());
    }

    /** Formats whose every part is a constant, and what comes of them: a table's name in a constant is as good as in the text. */
    private Map<String, String> formattedWithConstants() {
        Map<String, String> formatted = new HashMap<>();
        for (Call call : type.facts().calls()) {
            if (call.owner().equals("java.lang.String") && call.isOneOf(FORMATTING)) {
                List<String> literals = call.constants().stream()
                        .filter(Operand.TextLiteral.class::isInstance)
                        .map(it -> ((Operand.TextLiteral) it).value())
                        .toList();
                for (int i = 0; i < literals.size(); i++) {
                    List<String> parts = literals.subList(i + 1, literals.size());
                    if (!parts.isEmpty() && literals.get(i).split("%s", -1).length - 1 == parts.size()) {
                        formatted.put(literals.get(i), filled(literals.get(i), parts));
                    }
                }
            }
        }
        return formatted;
    }

    private static String filled(String format, List<String> parts) {
        String text = format;
        for (String part : parts) {
            text = text.replaceFirst("%s", Matcher.quoteReplacement(part));
        }
        return text;
    }

    /** The literals that surely are the SQL: the only argument, or one that begins as a statement does. */
    private static List<String> given(Call call) {
        List<String> literals = new ArrayList<>();
        if (call.last() instanceof Operand.TextLiteral it && isOnlyArgument(call)) {
            literals.add(it.value());
        }
        call.constants().forEach(it -> {
            if (it instanceof Operand.TextLiteral literal && SqlShape.isStatement(literal.value())) {
                literals.add(literal.value());
            }
        });
        return literals;
    }

    static boolean isOnlyArgument(Call call) {
        return call.descriptor().startsWith("(Ljava/lang/String;)");
    }

    private Certainty certainty(Text text) {
        boolean statement = SqlShape.isStatement(text.value());
        boolean sends = sendingMembers.contains(member(text.place().member()));
        if (sends && (statement || SqlShape.isContinuation(text.value()))) {
            return Certainty.SENT;
        }
        return isSender() && statement ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    /** A lambda belongs to the method that it is written in. */
    static String member(@Nullable String name) {
        if (name == null) {
            return "";
        }
        var lambda = LAMBDA.matcher(name);
        return lambda.matches() ? lambda.group(1).replace("new", "<init>").replace("static", "<clinit>") : name;
    }
}
