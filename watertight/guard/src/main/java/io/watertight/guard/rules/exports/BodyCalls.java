package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.Persistence;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Bodies and models that are put together by calls: functional routes, {@code ResponseEntity<?>}, templates. */
final class BodyCalls {

    private static final Set<String> BUILDERS = Set.of(
            "org.springframework.http.HttpEntity",
            "org.springframework.http.ResponseEntity",
            "org.springframework.http.ResponseEntity$BodyBuilder",
            "org.springframework.web.servlet.function.EntityResponse",
            "org.springframework.web.servlet.function.ServerResponse$BodyBuilder",
            "org.springframework.web.reactive.function.server.ServerResponse$BodyBuilder");
    private static final Set<String> BUILD =
            Set.of("<init>", "body", "bodyValue", "fromObject", "of", "ofNullable", "ok");
    private static final Set<String> MODELS = Set.of(
            "org.springframework.ui.Model",
            "org.springframework.ui.ModelMap",
            "org.springframework.ui.ExtendedModelMap",
            "org.springframework.ui.ConcurrentModel",
            "org.springframework.validation.support.BindingAwareModelMap",
            "org.springframework.web.servlet.ModelAndView",
            "org.springframework.web.servlet.mvc.support.RedirectAttributes");
    private static final Set<String> MODEL_ADD =
            Set.of("<init>", "addAttribute", "addAllAttributes", "addFlashAttribute", "addObject", "put");
    private static final Set<String> MAP_FILL = Set.of("put", "putIfAbsent", "of", "entry");
    private static final Set<String> REQUESTS = Set.of(
            "org.springframework.web.servlet.function.ServerRequest",
            "org.springframework.web.reactive.function.server.ServerRequest");
    private static final Set<String> READ = Set.of("bind", "body", "bodyToFlux", "bodyToMono");

    private static final Set<String> MAPPERS = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "tools.jackson.databind.ObjectMapper",
            "tools.jackson.databind.json.JsonMapper");
    private static final Set<String> WRITE = Set.of("valueToTree", "writeValueAsBytes", "writeValueAsString");
    private static final Set<String> UNWRAPPED =
            Set.of("java.util.Optional", "java.util.stream.Stream", "java.util.stream.Collectors");
    private static final String READS = "reads a request into";

    private final Codebase code;
    private final Entities entities;

    BodyCalls(Codebase code, Entities entities) {
        this.code = code;
        this.entities = entities;
    }

    void examine(CodeClass user, boolean room, Set<String> told, Findings findings) {
        Map<Map.Entry<String, CodeClass>, Lines> found = new LinkedHashMap<>();
        List<Call> calls = user.facts().calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            List<Call> before = calls.subList(0, i);
            if (isBodyCall(call, room) && !told.contains(call.place().member())) {
                findings.examined(user);
                entityOf(call)
                        .or(() -> readBefore(call, before))
                        .ifPresent(it -> found.computeIfAbsent(Map.entry(what(call), it), _ -> new Lines())
                                .add(call.place().line()));
            }
        }
        found.forEach((what, lines) -> findings.violation(
                code.where(user, lines.first()),
                "%s of %s %s the entity %s%s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                what.getKey(),
                                what.getValue().simpleName(),
                                lines.others()),
                ControllerBodies.WHY,
                ControllerBodies.instead(
                        code, user, what.getValue(), !what.getKey().equals(READS))));
    }

    private static boolean isBodyCall(Call call, boolean room) {
        return (BUILDERS.contains(call.owner()) && call.isOneOf(BUILD))
                || (MODELS.contains(call.owner()) && call.isOneOf(MODEL_ADD))
                || (REQUESTS.contains(call.owner()) && call.isOneOf(READ))
                || (room && call.owner().equals("java.util.Map") && call.isOneOf(MAP_FILL))
                || (room && MAPPERS.contains(call.owner()) && call.isOneOf(WRITE));
    }

    /** What was read in the same expression and not mapped since; erased generics do not tell its type. */
    private Optional<CodeClass> readBefore(Call bodyCall, List<Call> before) {
        if (!(bodyCall.last() instanceof Operand.Result result) || !UNWRAPPED.contains(result.owner())) {
            return Optional.empty();
        }
        for (Call call : before.reversed()) {
            if (!UNWRAPPED.contains(call.owner())) {
                return readFrom(new Operand.Result(call.owner(), call.method(), "java.lang.Object"))
                        .findFirst();
            }
            if (call.method().contains("map") || call.method().contains("Map")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String what(Call call) {
        if (REQUESTS.contains(call.owner())) {
            return READS;
        }
        return BUILDERS.contains(call.owner()) || MAPPERS.contains(call.owner()) ? "answers with" : "puts into a model";
    }

    private Optional<CodeClass> entityOf(Call call) {
        if (REQUESTS.contains(call.owner())) {
            return call.constants().stream().flatMap(this::entityOf).findFirst();
        }
        return entityOf(call.last()).findFirst();
    }

    private Stream<CodeClass> entityOf(Operand operand) {
        return switch (operand) {
            case Operand.TypeLiteral it -> entity(it.type());
            case Operand.Parameter it -> entity(it.type());
            case Operand.FieldValue it -> entity(it.type());
            case Operand.Result it -> Stream.concat(entity(it.type()), readFrom(it));
            default -> Stream.empty();
        };
    }

    /** What a repository's method returns, unless that says itself that it is something else. */
    private Stream<CodeClass> readFrom(Operand.Result result) {
        return code
                .find(result.owner())
                .filter(it -> Persistence.isRepository(it.type()))
                .filter(it -> result.type().matches("java\\.lang\\.(Object|Iterable)|java\\.util\\..*"))
                .flatMap(it -> code.persistence()
                        .domainTypeOf(it)
                        .flatMap(domain -> it.type().getMethods().stream()
                                        .filter(method -> method.getName().equals(result.method()))
                                        .allMatch(method -> method.getReturnType()
                                                .getAllInvolvedRawTypes()
                                                .contains(domain))
                                ? code.find(domain)
                                : Optional.empty()))
                .stream();
    }

    private Stream<CodeClass> entity(String type) {
        return code.find(type).filter(it -> entities.isEntity(it.name())).stream();
    }
}
