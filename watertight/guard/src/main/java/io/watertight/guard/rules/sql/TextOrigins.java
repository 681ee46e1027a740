package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.sql.SqlShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where a call that sends SQL has its text from, when the text is no constant at that place. */
final class TextOrigins {

    private static final Set<String> ASSEMBLERS = Set.of(
            "java.lang.String", "java.lang.StringBuilder", "java.lang.StringBuffer", "java.util.StringJoiner", "");

    private final Codebase code;
    private final Map<String, List<Caller>> callers = new HashMap<>();

    private record Caller(CodeClass type, Call call) {}

    TextOrigins(Codebase code) {
        this.code = code;
        code.classes()
                .forEach(type -> type.facts().calls().stream()
                        .filter(it -> code.owns(it.owner()))
                        .forEach(it -> callers.computeIfAbsent(
                                        key(it.owner(), it.method()), _ -> new java.util.ArrayList<>())
                                .add(new Caller(type, it))));
    }

    /** {@return in words where the text comes from, if that is no place where the module's SQL can be read} */
    Optional<String> unreadable(CodeClass sender, Call call) {
        if (SqlTexts.isOnlyArgument(call) && !call.reference()) {
            return unreadable(sender, call.place().member(), call.last());
        }
        boolean readable = hasSql(sender, call.place().member()) || hasSql(sender) || hasLiteral(call);
        return readable ? Optional.empty() : Optional.of("a text that is no constant of the module");
    }

    private Optional<String> unreadable(CodeClass sender, @Nullable String member, Operand text) {
        return switch (text) {
            case Operand.TextLiteral _, Operand.TypeLiteral _ -> Optional.empty();
            case Operand.Result it
            when it.method().equals("<init>") -> Optional.of("a text that is decoded while it runs");
            case Operand.Result it
            when ASSEMBLERS.contains(it.owner()) ->
                isAssembledFromSql(sender, member, it)
                                || (it.owner().isEmpty() && it.method().startsWith("makeConcat"))
                        ? Optional.empty()
                        : Optional.of("a text that is put together while it runs");
            case Operand.Result it ->
                isOwn(sender, it.owner())
                                && code.find(it.owner()).filter(this::hasSql).isPresent()
                        ? Optional.empty()
                        : Optional.of("what %s.%s returns".formatted(simple(it.owner()), it.method()));
            case Operand.FieldValue it ->
                isReadableField(sender, it)
                        ? Optional.empty()
                        : Optional.of("what the field %s holds".formatted(it.field()));
            case Operand.Parameter _ -> unreadableParameter(sender, member);
            case Operand.Unknown _ ->
                hasSql(sender) ? Optional.empty() : Optional.of("a text that is no constant of the module");
        };
    }

    /** A method that is given its SQL is fine as long as all that call it are of the same module, and have some. */
    private Optional<String> unreadableParameter(CodeClass sender, @Nullable String member) {
        List<Caller> all = callers.getOrDefault(key(sender.name(), Objects.requireNonNullElse(member, "")), List.of());
        Optional<Caller> stranger =
                all.stream().filter(it -> !isOwn(sender, it.type().name())).findFirst();
        if (stranger.isPresent()) {
            return Optional.of("whatever %s of %s hands over"
                    .formatted(
                            stranger.get().type().simpleName(),
                            code.roomOf(stranger.get().type())));
        }
        boolean readable = !all.isEmpty() && all.stream().anyMatch(it -> hasSql(it.type()));
        return readable
                ? Optional.empty()
                : Optional.of("whatever %s(...) is given".formatted(SqlTexts.member(member)));
    }

    private boolean isReadableField(CodeClass sender, Operand.FieldValue field) {
        boolean built = callers.getOrDefault(key(field.owner(), "<init>"), List.of()).stream()
                .anyMatch(it -> isOwn(sender, it.type().name())
                        && hasSql(it.type(), it.call().place().member()));
        return isOwn(sender, field.owner())
                && code.find(field.owner())
                        .filter(it -> built || hasSql(it, "<init>") || hasSql(it, "<clinit>"))
                        .isPresent();
    }

    private boolean isOwn(CodeClass sender, String className) {
        return code.find(className)
                .filter(it ->
                        Objects.equals(it.actor(), sender.actor()) && it.unit().equals(sender.unit()))
                .isPresent();
    }

    /** Of a method's own SQL, which nothing turns around; a builder has to be given it. */
    private boolean isAssembledFromSql(CodeClass sender, @Nullable String member, Operand.Result text) {
        List<Call> assembling = sender.facts().calls().stream()
                .filter(it -> SqlTexts.member(it.place().member()).equals(SqlTexts.member(member)))
                .filter(it -> ASSEMBLERS.contains(it.owner()))
                .toList();
        boolean builder = text.method().equals("toString");
        return hasSql(sender, member)
                && assembling.stream().noneMatch(it -> it.method().equals("reverse"))
                && (!builder || assembling.stream().anyMatch(TextOrigins::isGivenSql));
    }

    private static boolean isGivenSql(Call call) {
        return hasLiteral(call)
                || (!(call.last() instanceof Operand.TextLiteral)
                        && call.descriptor().startsWith("(Ljava/lang/"));
    }

    private boolean hasSql(CodeClass type) {
        return type.facts().texts().stream().anyMatch(TextOrigins::isSql);
    }

    private boolean hasSql(CodeClass type, @Nullable String member) {
        String wanted = SqlTexts.member(member);
        return type.facts().texts().stream()
                .anyMatch(it -> SqlTexts.member(it.place().member()).equals(wanted) && isSql(it));
    }

    private static boolean hasLiteral(Call call) {
        return call.constants().stream()
                .anyMatch(it -> it instanceof Operand.TextLiteral literal && SqlShape.isStatement(literal.value()));
    }

    private static boolean isSql(Text text) {
        return SqlShape.isStatement(text.value());
    }

    private static String key(String owner, String method) {
        return owner + "#" + method;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
