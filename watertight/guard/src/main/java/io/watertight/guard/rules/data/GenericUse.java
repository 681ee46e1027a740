package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Cast;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.ClassFacts.Place;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Lines;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Finds repositories that are used as what Spring Data calls them. A module may do so with its own: in a method that names
 * one, or that is handed one by a caller who does. The method reference {@code tickets::save} is a call of
 * {@code CrudRepository} to the compiler, bound to what tells whose it is.
 */
final class GenericUse {

    private final Codebase code;

    GenericUse(Codebase code) {
        this.code = code;
    }

    /** What is done, in words, and where. */
    Map<String, Lines> of(CodeClass user) {
        Map<String, Lines> found = new LinkedHashMap<>();
        for (Cast cast : user.facts().casts()) {
            if (PersistenceTypes.isGenericRepository(cast.type()) && !isElementOfOwn(user, cast)) {
                found.computeIfAbsent("takes something for a " + simple(cast.type()), _ -> new Lines())
                        .add(cast.place().line());
            }
        }
        for (Call call : user.facts().calls()) {
            if (PersistenceTypes.isGenericRepository(call.owner())
                    && !isOnOwn(user, call)
                    && !isHandedIn(user, call.place())
                    && !namesOwn(user, call.place())) {
                found.computeIfAbsent(
                                "%s %s.%s"
                                        .formatted(
                                                call.reference() ? "refers to" : "calls",
                                                simple(call.owner()),
                                                call.method()),
                                _ -> new Lines())
                        .add(call.place().line());
            }
        }
        return found;
    }

    private boolean isOnOwn(CodeClass user, Call call) {
        return call.reference() && call.last() instanceof Operand.Result it && isOwnRepository(user, it.type());
    }

    /** The caller is asked the same. */
    private boolean isHandedIn(CodeClass user, Place place) {
        return StoringRoom.isInModule(user)
                && user.type().getCodeUnits().stream()
                        .filter(it -> it.getName().equals(place.member()))
                        .map(JavaCodeUnit::getRawParameterTypes)
                        .anyMatch(all -> all.stream().anyMatch(PersistenceTypes::isGenericRepository));
    }

    /** A cast that generics need, as of an element of a list. */
    private boolean isElementOfOwn(CodeClass user, Cast cast) {
        boolean element =
                cast.value() instanceof Operand.Result it && it.owner().startsWith("java.util.");
        return element && (namesOwn(user, cast.place()) || isHandedIn(user, cast.place()));
    }

    private boolean namesOwn(CodeClass user, Place place) {
        return user.facts().mentions().stream()
                        .filter(it -> Objects.equals(it.place().member(), place.member()))
                        .anyMatch(it -> isOwnRepository(user, it.type()))
                || user.type().getFields().stream().anyMatch(it -> isOfOwnEntity(user, it.getType()));
    }

    private boolean isOfOwnEntity(CodeClass user, JavaType type) {
        return PersistenceTypes.isGenericRepository(type.toErasure())
                && TypeArguments.of(type).stream()
                        .flatMap(it -> code.find(it.toErasure()).stream())
                        .anyMatch(it -> StoringRoom.isInModule(user) && Objects.equals(it.actor(), user.actor()));
    }

    private boolean isOwnRepository(CodeClass user, String type) {
        return StoringRoom.isInModule(user)
                && code.find(type)
                        .filter(it -> Objects.equals(it.actor(), user.actor()))
                        .filter(it -> it.type().isAssignableTo(PersistenceTypes.REPOSITORY))
                        .isPresent();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
