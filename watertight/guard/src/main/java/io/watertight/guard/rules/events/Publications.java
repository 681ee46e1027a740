package io.watertight.guard.rules.events;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.FunctionValue;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is published: by Spring's publisher, by an aggregate, by a method that passes on what it is given. */
final class Publications {

    private static final Set<String> PUBLISHING =
            Set.of("publishEvent", "multicastEvent", "registerEvent", "andEvent", "andEventsFrom");
    private static final String PAYLOAD = "org.springframework.context.PayloadApplicationEvent";
    private static final String DOMAIN_EVENTS = "org.springframework.data.domain.DomainEvents";

    /** Methods of the application that publish whatever they are given: owner and name. */
    private final Set<String> relays = new HashSet<>();

    Publications(Codebase code) {
        for (CodeClass type : code.classes()) {
            for (Call call : type.facts().calls()) {
                if (isPublishing(call)
                        && call.last() instanceof Operand.Parameter it
                        && !code.owns(it.type())
                        && call.place().member() != null) {
                    relays.add(type.name() + "." + call.place().member());
                    type.facts()
                            .interfaces()
                            .forEach(
                                    each -> relays.add(each + "." + call.place().member()));
                }
            }
        }
    }

    /** What a class publishes, as far as the types tell. */
    List<Publication> in(CodeClass type) {
        List<Publication> found = new ArrayList<>();
        for (Call call : type.facts().calls()) {
            if (isPublishing(call) && !call.reference()) {
                add(found, typeOf(call.last()), call.place().line());
            }
        }
        for (FunctionValue function : type.facts().functions()) {
            if (isPublishing(function.owner(), function.method())
                    && !function.parameters().isEmpty()) {
                add(found, function.parameters().getLast(), function.place().line());
            }
        }
        for (JavaMethod method : type.type().getMethods()) {
            if (method.isAnnotatedWith(DOMAIN_EVENTS) || isAnswering(method)) {
                for (JavaClass answer : method.getReturnType().getAllInvolvedRawTypes()) {
                    add(found, answer.getName(), method.getSourceCodeLocation().getLineNumber());
                }
            }
        }
        return found;
    }

    /** Spring publishes what a listener returns. */
    private static boolean isAnswering(JavaMethod method) {
        return method.isAnnotatedWith(Listener.EVENT_LISTENER) || method.isMetaAnnotatedWith(Listener.EVENT_LISTENER);
    }

    private boolean isPublishing(Call call) {
        return isPublishing(call.owner(), call.method())
                || (call.isConstruction() && call.owner().equals(PAYLOAD));
    }

    private boolean isPublishing(String owner, String method) {
        return PUBLISHING.contains(method) || relays.contains(owner + "." + method);
    }

    private static @Nullable String typeOf(Operand operand) {
        return switch (operand) {
            case Operand.Parameter it -> it.type();
            case Operand.FieldValue it -> it.type();
            case Operand.Result it -> it.method().equals("<init>") ? it.owner() : it.type();
            default -> null;
        };
    }

    private static void add(List<Publication> found, @Nullable String type, int line) {
        if (type != null) {
            found.add(new Publication(type, line));
        }
    }

    record Publication(String type, int line) {}
}
