package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import java.util.EventObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls by which an entity leaves. Their signatures take any object, so what is made, loaded and received around a call has to tell. */
final class Handovers {

    private static final Pattern HANDLES = Pattern.compile(
            "org\\.springframework\\.(web\\.(bind\\.annotation\\.(\\w+Mapping|ExceptionHandler|ModelAttribute)|service\\.annotation\\.\\w+Exchange)"
                    + "|boot\\.actuate\\.endpoint\\.annotation\\.\\w+Operation|ai\\.tool\\.annotation\\.Tool|messaging\\..*Mapping"
                    + "|(amqp\\.rabbit|kafka|jms)\\.annotation\\.\\w+(Listener|Handler)|graphql\\.data\\.method\\.annotation\\.\\w+Mapping)");
    private static final Pattern RESPONSES = Pattern.compile(
            "org\\.springframework\\.(http\\.(ResponseEntity|HttpEntity|ProblemDetail)(\\$.*)?|ui\\..*Model.*|web\\.client\\.(RestClient\\$Request.*|RestTemplate)"
                    + "|web\\.servlet\\.(ModelAndView|function\\.ServerResponse.*|mvc\\.(support\\.RedirectAttributes|method\\.annotation\\.\\w+Emitter)))|jakarta\\.servlet\\.http\\.HttpSession");
    private static final Pattern FILLS = Pattern.compile(
            "body|(post|patch)For\\w+|setProperty|ok|(add|set)\\w*Attribute|put|addObject|of|send|<init>");
    private static final Pattern BROKERS = Pattern.compile(
            "org\\.springframework\\.(amqp|kafka|jms|messaging|data\\.redis|cloud\\.stream)\\..*(Template|Operations|Bridge)");

    private final CodeBase code;
    private final Set<String> publishers;

    Handovers(CodeBase code) {
        this.code = code;
        this.publishers = code.guarded().flatMap(Handovers::publishers).collect(Collectors.toSet());
    }

    /** The full names of methods that publish whatever they are given, also as the types above declare them. */
    private static Stream<String> publishers(CodeType type) {
        return type.java().getMethods().stream()
                .filter(it -> it.getRawParameterTypes().stream()
                        .anyMatch(given -> given.getName().equals("java.lang.Object")))
                .filter(it -> type.callsIn(it.getName()).anyMatch(Handovers::isPublication))
                .flatMap(it -> type.java().getAllClassesSelfIsAssignableTo().stream()
                        .map(above -> it.getFullName().replace(type.name() + ".", above.getName() + ".")));
    }

    /** Whether it is called with what comes from outside, and what it returns goes there. */
    static boolean isHandler(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(it -> it.getRawType())
                .flatMap(it -> Stream.concat(
                        Stream.of(it), it.getAnnotations().stream().map(JavaAnnotation::getRawType)))
                .anyMatch(it -> HANDLES.matcher(it.getName()).matches());
    }

    /** {@return the entity that leaves by the call}: made, loaded or received around it, and not asked for anything. */
    Optional<CodeType> entity(CodeType user, Call call) {
        return isPublished(call) || isAnswer(user, call) ? given(user, call) : Optional.empty();
    }

    boolean isPublished(Call call) {
        return isPublication(call) || publishers.contains(call.fullName());
    }

    private static boolean isPublication(Call call) {
        return call.name().equals("publishEvent") || isMessage(call);
    }

    private static boolean isMessage(Call call) {
        return BROKERS.matcher(call.owner().getName()).matches() && call.name().matches("\\w*[sS]end\\w*");
    }

    /** Also by an envelope of the application's own or as JSON, in what handles a request. */
    private boolean isAnswer(CodeType user, Call call) {
        boolean envelope = code.is(call.owner(), it -> it.java().equals(call.result())) && takesAnything(call);
        return RESPONSES.matcher(call.owner().getName()).matches()
                        && FILLS.matcher(call.name()).matches()
                || (envelope || isJson(call)) && user.methods(call.member()).anyMatch(Handovers::isHandler);
    }

    private static boolean isJson(Call call) {
        return call.owner().getName().matches("(tools\\.jackson|com\\.fasterxml\\.jackson)\\.databind\\..*")
                && call.name().matches("write\\w+|valueToTree|convertValue");
    }

    /** Whether an entity may be among its arguments; the first argument of a Spring event is its publisher. */
    private static boolean takesAnything(Call call) {
        String source = call.owner().isAssignableTo(EventObject.class) ? "(java.lang.Object" : "";
        return call.signature().replace(source, "").contains("java.lang.Object");
    }

    private Optional<CodeType> given(CodeType user, Call call) {
        List<Call> inside = user.callsIn(call.member()).toList();
        if (isMapped(call, inside) || isOther(call, inside) || isSaid(user, call) || isText(user, call, inside)) {
            return Optional.empty();
        }
        boolean told = inside.stream().anyMatch(it -> it.line() == call.line() && tells(it));
        Stream<JavaMethod> takers = told ? Stream.of() : user.methods(call.member());
        Stream<JavaClass> parameters = takers.flatMap(it -> it.getRawParameterTypes().stream());
        return Stream.of(inside.stream().map(Call::result), parameters, loaded(call, inside))
                .flatMap(it -> it)
                .filter(it -> code.persistence().isEntity(it.getName()))
                .findFirst()
                .flatMap(code::find);
    }

    /** An entity is asked for something: an event is what has happened to the entity, a message is often its number. */
    private boolean isMapped(Call call, List<Call> inside) {
        return inside.stream()
                .filter(it -> code.persistence().isEntity(it.owner().getName()) && !it.isConstruction())
                .anyMatch(it -> !isPublished(call)
                        || isMessage(call)
                        || !it.result().getName().equals("void"));
    }

    /** A record that is made there, or what a mapper returns; a statement may have more than one line. */
    private boolean isOther(Call call, List<Call> inside) {
        return inside.stream()
                .filter(it -> it.line() <= call.line() + 1 && !takesAnything(it))
                .anyMatch(it -> code.is(it.result(), found -> Exports.isData(code, found)));
    }

    /** {@code ResponseEntity<MemberDto>} holds no entity, and javac sees to that. */
    private boolean isSaid(CodeType user, Call call) {
        List<JavaMethod> methods = user.methods(call.member()).toList();
        return (code.find(call.owner()).isPresent() && !isPublished(call)
                        || call.owner().getName().matches("org\\.springframework\\.http\\.\\w+Entity.*"))
                && !methods.isEmpty()
                && methods.stream().noneMatch(it -> VagueExport.couldBeAnything(code, it.getReturnType()));
    }

    /** Texts alone, such as one and the name that it is put under; also one that is made there, by a source of messages. */
    private static boolean isText(CodeType user, Call call, List<Call> inside) {
        return inside.stream()
                        .filter(it -> it.line() == call.line()
                                && !it.equals(call)
                                && it.fullName().endsWith(")"))
                        .allMatch(it ->
                                it.result().equals(call.owner()) || it.result().isEquivalentTo(String.class))
                && user.texts().filter(it -> it.line() == call.line()).count()
                        >= call.signature().split(",").length;
    }

    /** What is loaded beside the call, and not told of by something else. */
    private Stream<JavaClass> loaded(Call call, List<Call> inside) {
        List<Call> near = inside.stream()
                .filter(it -> Math.abs(it.line() - call.line()) <= 1)
                .toList();
        return near.stream()
                .filter(it -> stored(it).findAny().isPresent())
                .skip(near.stream().filter(this::tells).count())
                .flatMap(this::stored);
    }

    /** Whether something else comes of what was loaded: a number, or what a method of the application makes of it. */
    private boolean tells(Call call) {
        boolean takesRows = Stream.of(call.fullName().split("[(), ]+"))
                .anyMatch(it -> it.matches("java\\.util\\.(Optional|List|Collection|Set|stream\\..*)")
                        || code.persistence().isEntity(it));
        return call.name().matches("isPresent|isEmpty|size")
                || takesRows && code.is(call.owner(), it -> !Persistence.isRepository(it.java()));
    }

    /** A list of them, or one in an Optional. */
    private Stream<JavaClass> stored(Call call) {
        boolean inherited = call.name().matches("find(All|AllById|ById)|get(One|ById|ReferenceById)");
        return Stream.concat(
                code.find(call.owner()).filter(_ -> inherited).flatMap(code.persistence()::storedBy).stream(),
                call.owner().getMethods().stream()
                        .filter(it -> it.getName().equals(call.name()))
                        .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream()));
    }
}
