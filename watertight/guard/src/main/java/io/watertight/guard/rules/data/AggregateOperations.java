package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A template saves whatever it is given, so what it is given has to be seen. */
final class AggregateOperations implements Rule {

    private static final Set<String> TEMPLATES = Set.of(
            "org.springframework.data.jdbc.core.JdbcAggregateOperations",
            "org.springframework.data.jdbc.core.JdbcAggregateTemplate",
            "org.springframework.data.jdbc.core.convert.DataAccessStrategy",
            "org.springframework.data.jdbc.core.convert.DefaultDataAccessStrategy",
            "org.springframework.data.relational.core.mapping.RelationalMappingContext",
            "org.springframework.data.jdbc.core.mapping.JdbcMappingContext",
            "org.springframework.data.mapping.context.MappingContext",
            "org.springframework.data.mapping.context.AbstractMappingContext",
            "org.springframework.data.r2dbc.core.R2dbcEntityTemplate",
            "org.springframework.data.mongodb.core.MongoTemplate",
            "org.springframework.data.mongodb.core.MongoOperations",
            "jakarta.persistence.EntityManager");

    private static final Set<String> OF_ALL = Set.of(
            "getPersistentEntities", "getManagedTypes", "setManagedTypes", "getInitialEntitySet", "getMetamodel");

    private static final Set<String> STORING =
            Set.of("save", "insert", "update", "upsert", "delete", "persist", "merge", "remove");

    @Override
    public String id() {
        return "aggregate-operations";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "a template is told by a type literal, or by an object of known type, that the entity is the module's own";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        if (code.persistence().entities().isEmpty()) {
            return;
        }
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            findings.examined(user);
            Map<String, Lines> found = new LinkedHashMap<>();
            Map<String, DomainModule> owners = new LinkedHashMap<>();
            for (Call call : user.facts().calls()) {
                if (isTemplate(code, call.owner())) {
                    fault(code, user, call).ifPresent(it -> {
                        found.computeIfAbsent(it.words(), _ -> new Lines())
                                .add(call.place().line());
                        if (it.owner() != null) {
                            owners.put(it.words(), it.owner());
                        }
                    });
                }
            }
            found.forEach((words, lines) -> report(code, user, words, lines, owners.get(words), findings));
        });
    }

    private record Fault(String words, @Nullable DomainModule owner) {}

    static boolean isTemplate(String owner) {
        return TEMPLATES.contains(owner);
    }

    private static boolean isTemplate(Codebase code, String owner) {
        return isTemplate(owner)
                || code.find(owner)
                        .filter(it -> TEMPLATES.stream().anyMatch(it.type()::isAssignableTo))
                        .isPresent();
    }

    private static Optional<Fault> fault(Codebase code, CodeClass user, Call call) {
        String name = call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.method();
        if (call.isOneOf(OF_ALL)) {
            return Optional.of(new Fault("calls %s, which tells the entities of all modules".formatted(name), null));
        }
        if (call.descriptor().contains("Ljava/lang/Class;")) {
            List<String> literals = call.constants().stream()
                    .filter(Operand.TypeLiteral.class::isInstance)
                    .map(it -> ((Operand.TypeLiteral) it).type())
                    .toList();
            if (literals.isEmpty()) {
                return isHandedIn(user, call)
                        ? Optional.empty()
                        : Optional.of(new Fault("calls %s with a class that nobody can see".formatted(name), null));
            }
            return literals.stream()
                    .filter(it -> !isOwnEntity(code, user, it))
                    .findFirst()
                    .map(it -> fault(code, name, it));
        }
        return call.isOneOf(STORING) && !call.reference()
                ? typeOf(call.last()).filter(it -> !isOwn(code, user, it)).map(it -> fault(code, name, it))
                : Optional.empty();
    }

    private static Fault fault(Codebase code, String call, String type) {
        DomainModule owner = code.find(type).map(CodeClass::actor).orElse(null);
        return new Fault(
                "calls %s for %s, which is no entity of its own"
                        .formatted(
                                call, type.substring(type.lastIndexOf('.') + 1).replace('$', '.')),
                owner == null || owner.shared() ? null : owner);
    }

    /** In a helper for the module's own entities the caller names them. */
    private static boolean isHandedIn(CodeClass user, Call call) {
        return StoringRoom.isInModule(user)
                && user.type().getCodeUnits().stream()
                        .filter(it -> it.getName().equals(call.place().member()))
                        .map(JavaCodeUnit::getRawParameterTypes)
                        .anyMatch(
                                all -> all.stream().anyMatch(it -> it.getName().equals("java.lang.Class")));
    }

    private static boolean isOwnEntity(Codebase code, CodeClass user, String type) {
        return isOwn(code, user, type) && code.persistence().isEntity(type);
    }

    private static boolean isOwn(Codebase code, CodeClass user, String type) {
        return StoringRoom.isInModule(user)
                && code.find(type)
                        .filter(it -> Objects.equals(it.actor(), user.actor()))
                        .isPresent();
    }

    /** Only a type that is known, and not what a type variable was erased to. */
    private static Optional<String> typeOf(Operand operand) {
        String type = switch (operand) {
            case Operand.Parameter it -> it.type();
            case Operand.Result it -> it.type();
            case Operand.FieldValue it -> it.type();
            default -> "java.lang.Object";
        };
        return Optional.of(type).filter(it -> !it.equals("java.lang.Object") && !it.equals("void"));
    }

    private static void report(
            Codebase code, CodeClass user, String words, Lines lines, @Nullable DomainModule owner, Findings findings) {
        findings.violation(
                Places.of(code, user, lines),
                "%s of %s %s%s.".formatted(user.simpleName(), code.roomOf(user), words, lines.others()),
                "A template reads and writes every table for which there is a class, whoever owns it.",
                !StoringRoom.isInModule(user)
                        ? DataAdvice.ownRepositoriesOrServices(code, user)
                        : owner == null || owner.equals(user.actor())
                                ? "Name the entity in the call, as in findAll(%s.class), a class of the module's own with @Table. %s"
                                        .formatted(
                                                DataAdvice.exampleEntity(code, user),
                                                DataAdvice.ownRepositoriesOrServices(code, user))
                                : OwnerAdvice.ask(code, owner, words.replaceFirst(".* for (\\w+),.*", "$1")));
    }
}
