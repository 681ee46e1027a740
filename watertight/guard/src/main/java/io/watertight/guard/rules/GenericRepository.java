package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.rules.InjectionPoints.InjectionPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A repository has a name, which javac hides; it has super-types too, which everybody can name. */
final class GenericRepository {

    private static final Pattern SPRING_DATA = Pattern.compile("org\\.springframework\\.data\\..*\\w*Repository");
    private static final Pattern MACHINERY = Pattern.compile(
            "org\\.springframework\\.data\\.(repository\\.(core|support)\\..+|\\w+\\.repository\\.support\\.(?!Querydsl).+"
                    + "|mapping\\.context\\.(PersistentEntities|MappingContext)|mapping\\.callback\\.(Reactive)?EntityCallbacks|(relational\\.core|jdbc\\.core)\\.mapping\\.\\w+MappingContext)");
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
            user.uses().stream()
                    .filter(it -> MACHINERY.matcher(it.type()).matches())
                    .forEach(it -> used.add(Lines.simple(it.type()), it.member(), it.line()));
            user.constants().casts().stream()
                    .filter(it -> SPRING_DATA.matcher(it.type()).matches())
                    .forEach(it -> used.add("a cast to " + Lines.simple(it.type()), it.member(), it.line()));
            findings.add(
                    user,
                    used,
                    "%s uses %s, which finds or is a repository or an entity of any module%s."
                            .formatted(user.inWords(), used.things(), used.others()),
                    Advice.ownOrServices(code, user));
            examineTemplates(code, user, findings);
        });
    }

    private static void examine(CodeBase code, CodeType user, InjectionPoint point, Findings findings) {
        for (JavaType each : parts(point.type())) {
            JavaClass raw = each.toErasure();
            CodeType foreign = behind(code, user, raw).orElse(null);
            if (foreign != null || (SPRING_DATA.matcher(raw.getName()).matches() && !isOwn(code, user, each))) {
                String behind =
                        foreign == null ? "" : ": %s of %s is one".formatted(foreign.simpleName(), foreign.place());
                findings.add(
                        findings.at(user, point.member(), 0),
                        raw.getName(),
                        "%s asks the container for %s in its %s%s."
                                .formatted(user.inWords(), Advice.simple(point.type()), point.words(), behind),
                        foreign == null
                                ? Advice.ownOrServices(code, user)
                                : Advice.ask(code, foreign.module(), raw.getSimpleName(), true));
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
        if (!(type instanceof JavaParameterizedType repository)) {
            return false;
        }
        JavaType stored = repository.getActualTypeArguments().getFirst();
        return stored instanceof JavaTypeVariable<?> && !user.isBean()
                || user.owner() != null
                        && code.find(stored.toErasure())
                                .filter(it -> it.isOwnedBy(user.owner()))
                                .isPresent();
    }

    /** A foreign repository that extends an interface which is none itself. */
    private static Optional<CodeType> behind(CodeBase code, CodeType user, JavaClass type) {
        return code.find(type).filter(_ -> type.isInterface() && !Persistence.isRepository(type)).stream()
                .flatMap(_ -> type.getAllSubclasses().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> Persistence.isRepository(it.java()) && it.isInBusiness() && !it.isOwnedBy(user.owner()))
                .findFirst();
    }

    /** What is named to a template becomes an entity by being named. */
    private static void examineTemplates(CodeBase code, CodeType user, Findings findings) {
        Set<String> members = user.calls().stream()
                .filter(it -> TEMPLATES.contains(it.owner().getName()))
                .map(Call::member)
                .collect(Collectors.toSet());
        user.java().getReferencedClassObjects().stream()
                .filter(it -> members.contains(it.getOwner().getName()))
                .forEach(it -> code.find(it.getRawType())
                        .filter(found -> !code.persistence().isData(found.name()))
                        .ifPresent(found -> findings.add(
                                findings.at(user, it.getOwner().getName(), it.getLineNumber()),
                                found.name(),
                                "%s stores or loads %s by a template, and that is no entity of its module."
                                        .formatted(user.inWords(), found.simpleName()),
                                Advice.ownOrServices(code, user))));
    }
}
