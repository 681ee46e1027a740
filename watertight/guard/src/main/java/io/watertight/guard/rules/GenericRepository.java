package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.rules.InjectionPoints.InjectionPoint;
import java.util.Optional;
import java.util.regex.Pattern;

/** A repository has a name, which javac hides; it has super-types too, which everybody can name. */
final class GenericRepository {

    private static final Pattern SPRING_DATA = Pattern.compile("org\\.springframework\\.data\\..*\\w*Repository");
    private static final Pattern MACHINERY = Pattern.compile(
            "org\\.springframework\\.data\\.(repository\\.(core|support)\\..+|\\w+\\.repository\\.support\\.(?!Querydsl|\\w+FactoryBean).+"
                    + "|mapping\\.context\\.(PersistentEntities|MappingContext)|mapping\\.callback\\.(Reactive)?EntityCallbacks|(relational\\.core|jdbc\\.core)\\.mapping\\.\\w+MappingContext)");

    void examine(CodeBase code, CodeType user, Findings findings) {
        InjectionPoints.of(user).forEach(it -> examine(code, user, it, findings));
        Lines used = new Lines();
        user.uses().stream()
                .filter(it -> MACHINERY.matcher(it.type()).matches())
                .forEach(it -> used.add(Lines.simple(it.type()), it.member(), it.line()));
        user.references().casts().stream()
                .filter(it -> SPRING_DATA.matcher(it.type()).matches())
                .forEach(it -> used.add("a cast to " + Lines.simple(it.type()), it.member(), it.line()));
        user.java().getReferencedClassObjects().stream()
                .filter(it -> SPRING_DATA.matcher(it.getRawType().getName()).matches())
                .forEach(it -> used.add(
                        "the class of " + it.getRawType().getSimpleName(),
                        it.getOwner().getName(),
                        it.getLineNumber()));
        findings.add(
                user,
                used,
                "%s uses %s, which is or finds a repository or an entity of any module%s."
                        .formatted(user.inWords(), used.things(), used.others()),
                Advice.ownOrServices(code, user));
    }

    private static void examine(CodeBase code, CodeType user, InjectionPoint point, Findings findings) {
        for (JavaType each : InjectionPoints.held(point.type(), SPRING_DATA).toList()) {
            JavaClass raw = each.toErasure();
            CodeType foreign = behind(code, user, raw).orElse(null);
            if (foreign != null || (SPRING_DATA.matcher(raw.getName()).matches() && !isOwn(code, user, each))) {
                String behind =
                        foreign == null ? "" : ": %s of %s is one".formatted(foreign.simpleName(), foreign.place());
                findings.add(
                        findings.at(user, point.member(), 0),
                        raw.getName(),
                        "%s injects %s in its %s%s."
                                .formatted(user.inWords(), Advice.simple(point.type()), point.words(), behind),
                        foreign == null
                                ? Advice.ownOrServices(code, user)
                                : Advice.ask(code, foreign.module(), raw.getSimpleName(), true));
            }
        }
    }

    /** {@code CrudRepository<Ticket, UUID>} is the module's own; a variable is a helper's, whose callers say what it is. */
    private static boolean isOwn(CodeBase code, CodeType user, JavaType type) {
        if (!(type instanceof JavaParameterizedType repository)) {
            return false;
        }
        JavaType stored = repository.getActualTypeArguments().getFirst();
        return stored instanceof JavaTypeVariable<?> && !user.isBean()
                || user.owner() != null && code.is(stored.toErasure(), it -> it.isOwnedBy(user.owner()));
    }

    /** A foreign repository that extends an interface which is none itself. */
    private static Optional<CodeType> behind(CodeBase code, CodeType user, JavaClass type) {
        return code.find(type).filter(_ -> type.isInterface() && !Persistence.isRepository(type)).stream()
                .flatMap(_ -> type.getAllSubclasses().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> Persistence.isRepository(it.java()) && it.isInBusiness() && !it.isOwnedBy(user.owner()))
                .findFirst();
    }
}
