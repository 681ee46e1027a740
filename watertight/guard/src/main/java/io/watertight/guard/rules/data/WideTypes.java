package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types so wide that the container answers with beans of other modules. */
final class WideTypes {

    private static final Set<String> OF_EVERY_BEAN = Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.io.Serializable",
            "org.springframework.aop.SpringProxy",
            "org.springframework.aop.TargetClassAware",
            "org.springframework.aop.framework.Advised",
            "org.springframework.beans.factory.FactoryBean",
            "org.springframework.beans.factory.SmartFactoryBean",
            "org.springframework.transaction.interceptor.TransactionalProxy");

    private static final Set<String> HOLDERS = Set.of(
            "java.util.Optional",
            "java.util.stream.Stream",
            "java.lang.Iterable",
            "jakarta.inject.Provider",
            "javax.inject.Provider",
            "org.springframework.beans.factory.ObjectFactory",
            "org.springframework.beans.factory.ObjectProvider");

    private final Codebase code;

    WideTypes(Codebase code) {
        this.code = code;
    }

    /**
     * What else comes with a type.
     *
     * @param words as the end of a sentence
     * @param foreign the one repository of another module that it stands for; null if it stands for any
     */
    record Width(String words, @Nullable CodeClass foreign) {}

    /** {@return what a class would get that is not for it; empty if the type is narrow enough} */
    Optional<Width> of(CodeClass user, JavaType type) {
        return switch (type) {
            case JavaParameterizedType it
            when isHolder(it.toErasure()) ->
                of(user, it.getActualTypeArguments().getLast());
            case JavaParameterizedType it -> ofLeaf(user, it.toErasure(), it.getActualTypeArguments());
            case JavaGenericArrayType it -> of(user, it.getComponentType());
            case JavaWildcardType it -> ofBounds(user, it.getUpperBounds());
            case JavaTypeVariable<?> it -> ofBounds(user, it.getUpperBounds());
            default -> {
                JavaClass raw = type.toErasure().getBaseComponentType();
                yield isHolder(raw) ? Optional.of(everything()) : ofLeaf(user, raw, List.of());
            }
        };
    }

    private Optional<Width> ofBounds(CodeClass user, List<? extends JavaType> bounds) {
        return bounds.isEmpty() ? Optional.of(everything()) : of(user, bounds.getFirst());
    }

    private Optional<Width> ofLeaf(CodeClass user, JavaClass type, List<JavaType> arguments) {
        if (OF_EVERY_BEAN.contains(type.getName())) {
            return Optional.of(everything());
        }
        if (PersistenceTypes.isMachinery(type.getName())) {
            return Optional.of(new Width("what makes repositories for any type", null));
        }
        boolean ofOwnEntity = !arguments.isEmpty() && isOwn(user, arguments.getFirst());
        if (ofOwnEntity
                || (isOwn(user, type)
                        && code.find(type)
                                .map(CodeClass::name)
                                .filter(this::isRepository)
                                .isPresent())) {
            return Optional.empty();
        }
        if (PersistenceTypes.isGenericRepository(type)) {
            return Optional.of(new Width("repositories of every module", null));
        }
        return code.persistence().repositories().stream()
                .filter(it -> it.actor() != null && !Objects.equals(it.actor(), user.actor()))
                .filter(it -> !it.name().equals(type.getName()) && it.type().isAssignableTo(type.getName()))
                .findFirst()
                .map(it -> new Width(
                        "%s is one, the repository of module '%s'"
                                .formatted(
                                        it.simpleName(),
                                        Objects.requireNonNull(it.actor()).name()),
                        it));
    }

    private boolean isRepository(String name) {
        return code.persistence().repositories().stream()
                .anyMatch(it -> it.name().equals(name));
    }

    private boolean isOwn(CodeClass user, JavaType type) {
        return type instanceof JavaClass it
                && StoringRoom.isInModule(user)
                && code.find(it)
                        .filter(found -> Objects.equals(found.actor(), user.actor()))
                        .isPresent();
    }

    private static Width everything() {
        return new Width("every bean of the application, repositories too", null);
    }

    private static boolean isHolder(JavaClass type) {
        return HOLDERS.contains(type.getName())
                || (type.getPackageName().equals("java.util")
                        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)));
    }
}
