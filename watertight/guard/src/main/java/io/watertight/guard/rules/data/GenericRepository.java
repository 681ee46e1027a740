package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.data.InjectionPoints.InjectionPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A repository has a name, which javac hides; it has super-types too, which everybody can name. */
final class GenericRepository {

    private static final String WHY = "The container and Spring Data know no modules: what comes by such a type may be"
            + " another module's, and can be saved and deleted.";

    private static final Pattern SPRING_DATA = Pattern.compile("org\\.springframework\\.data\\..*\\w*Repository");
    private static final Pattern MACHINERY = Pattern.compile(
            "org\\.springframework\\.data\\.(repository\\.(core|support)\\..+|\\w+\\.repository\\.support\\.(?!Querydsl).+"
                    + "|mapping\\.context\\.(PersistentEntities|MappingContext)|mapping\\.callback\\.(Reactive)?EntityCallbacks"
                    + "|relational\\.core\\.mapping\\.RelationalMappingContext|jdbc\\.core\\.mapping\\.JdbcMappingContext)");
    private static final Set<String> TEMPLATES = Set.of(
            "org.springframework.data.jdbc.core.JdbcAggregateOperations",
            "org.springframework.data.jdbc.core.JdbcAggregateTemplate",
            "org.springframework.data.relational.core.conversion.DbAction",
            "jakarta.persistence.EntityManager");

    private GenericRepository() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(user -> {
            findings.examined(user);
            InjectionPoints.of(user).forEach(it -> examine(code, user, it, findings));
            Lines used = new Lines();
            for (Use use : user.uses()) {
                if (MACHINERY.matcher(use.type()).matches()) {
                    used.add(Lines.simple(use.type()), use.member(), use.line());
                }
            }
            user.constants().casts().stream()
                    .filter(it -> SPRING_DATA.matcher(it.type()).matches())
                    .forEach(it -> used.add("a cast to " + Lines.simple(it.type()), it.member(), it.line()));
            if (!used.things().isEmpty()) {
                findings.add(
                        findings.at(user, used.member(), used.first()),
                        used,
                        "%s uses %s, which finds or is a repository or an entity of any module%s."
                                .formatted(user.inWords(), used.things(), used.others()),
                        WHY,
                        Advice.ownOrServices(code, user));
            }
            examineTemplates(code, user, findings);
        });
    }

    private static void examine(CodeBase code, CodeType user, InjectionPoint point, Findings findings) {
        for (JavaType each : parts(point.type())) {
            JavaClass raw = each.toErasure();
            Optional<CodeType> foreign = behind(code, user, raw);
            if ((SPRING_DATA.matcher(raw.getName()).matches() && !isOwn(code, user, each)) || foreign.isPresent()) {
                Optional<AppModule> owner = foreign.map(CodeType::owner);
                findings.add(
                        findings.at(user, point.member(), 0),
                        raw.getName(),
                        "%s asks the container for %s in its %s%s."
                                .formatted(
                                        user.inWords(),
                                        Advice.simple(point.type()),
                                        point.words(),
                                        foreign.map(it -> ": " + it.simpleName() + " of " + it.place() + " is one")
                                                .orElse("")),
                        WHY,
                        owner.map(it -> Advice.ask(code, it, raw.getSimpleName(), true))
                                .orElseGet(() -> Advice.ownOrServices(code, user)));
            }
        }
    }

    /** The type, and what it is a list, a map or a provider of. */
    private static List<JavaType> parts(JavaType type) {
        return type instanceof JavaParameterizedType it
                        && !SPRING_DATA.matcher(it.toErasure().getName()).matches()
                ? it.getActualTypeArguments().stream()
                        .flatMap(part -> parts(part).stream())
                        .toList()
                : List.of(type);
    }

    /** {@code CrudRepository<Ticket, UUID>} is the module's own; a variable is a helper's, whose callers say what it is. */
    private static boolean isOwn(CodeBase code, CodeType user, JavaType type) {
        return type instanceof JavaParameterizedType it
                && it.getActualTypeArguments().stream()
                        .findFirst()
                        .filter(stored -> stored instanceof JavaTypeVariable<?> && !user.isBean()
                                || code.find(stored.toErasure())
                                        .filter(found -> found.isOwnedBy(user.owner()) && user.owner() != null)
                                        .isPresent())
                        .isPresent();
    }

    /** A foreign repository that extends an interface which is none itself. */
    private static Optional<CodeType> behind(CodeBase code, CodeType user, JavaClass type) {
        return code.find(type).filter(it -> type.isInterface() && !Persistence.isRepository(type)).stream()
                .flatMap(_ -> type.getAllSubclasses().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> Persistence.isRepository(it.java()) && it.isInBusiness() && !it.isOwnedBy(user.owner()))
                .findFirst();
    }

    /** What is named to a template becomes an entity by being named. */
    private static void examineTemplates(CodeBase code, CodeType user, Findings findings) {
        Set<String> members = user.calls().stream()
                .filter(it -> TEMPLATES.contains(it.owner().getName()))
                .map(CodeType.Call::member)
                .collect(java.util.stream.Collectors.toSet());
        user.java().getReferencedClassObjects().stream()
                .filter(it -> members.contains(it.getOwner().getName()))
                .forEach(it -> code.find(it.getRawType())
                        .filter(found -> !code.persistence().isData(found.name()))
                        .ifPresent(found -> findings.add(
                                findings.at(user, it.getOwner().getName(), it.getLineNumber()),
                                found.name(),
                                "%s stores or loads %s by a template, and that is no entity of its module."
                                        .formatted(user.inWords(), found.simpleName()),
                                WHY,
                                Advice.ownOrServices(code, user))));
    }
}
