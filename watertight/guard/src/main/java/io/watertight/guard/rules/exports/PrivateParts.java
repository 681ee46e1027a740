package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an exported type names without showing it: in annotations and, where internals have a package of their own, anywhere. */
final class PrivateParts {

    /** "transactions-inside" tells of these. */
    private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.";

    /** Stereotypes are told by "exported-data-immutable". */
    private static final List<String> WIRING = List.of(
            "org.springframework.context.annotation.",
            "org.springframework.beans.factory.annotation.",
            "org.springframework.boot.",
            "org.springframework.web.bind.annotation.",
            "org.springframework.web.service.annotation.");

    private final Codebase code;
    private final Entities entities;
    private final CodeClass exported;

    PrivateParts(Codebase code, Entities entities, CodeClass exported) {
        this.code = code;
        this.entities = entities;
        this.exported = exported;
    }

    void addTo(Map<Slip, Signature> slips) {
        if (!code.isOneUnitPerModule() || Exports.isShared(exported)) {
            return;
        }
        for (Note note : exported.facts().notes()) {
            if (WIRING.stream().anyMatch(note.type()::startsWith)) {
                add(
                        slips,
                        new Slip(note.type(), Reason.ANNOTATION),
                        place(note.place().member()),
                        memberOf(note.place().member()));
            }
        }
        for (Mention mention : exported.facts().mentions()) {
            reason(mention.type())
                    .filter(it -> slips.keySet().stream()
                            .noneMatch(slip -> slip.type().equals(mention.type())))
                    .ifPresent(it -> add(
                            slips,
                            new Slip(mention.type(), it),
                            place(mention.place().member()),
                            memberOf(mention.place().member())));
        }
    }

    private Optional<Reason> reason(String type) {
        if (type.startsWith(TRANSACTIONAL)) {
            return Optional.empty();
        }
        if (ValueTypes.isPersistence(type)) {
            return Optional.of(Reason.PERSISTENCE);
        }
        return code.find(type)
                .filter(it -> Objects.equals(it.home(), exported.home()) && !code.isExported(it))
                .flatMap(it -> entities.isEntity(type)
                        ? Optional.of(Reason.ENTITY)
                        : Persistence.isRepository(it.type())
                                ? Optional.of(Reason.REPOSITORY)
                                : exported.home() != null && exported.home().exports(it.packageName())
                                        ? Optional.empty()
                                        : Optional.of(Reason.INTERNAL));
    }

    private static void add(Map<Slip, Signature> slips, Slip slip, String place, @Nullable String member) {
        Signature signature = slips.computeIfAbsent(slip, _ -> new Signature());
        if (member == null) {
            signature.add(place);
        } else {
            signature.add(place, member);
        }
    }

    private static String place(@Nullable String place) {
        String member = memberOf(place);
        return member == null ? "in the type itself" : "within " + member;
    }

    /** Of a lambda, the method around it. */
    private static @Nullable String memberOf(@Nullable String member) {
        if (member == null || member.startsWith("<")) {
            return null;
        }
        return member.replaceFirst("^lambda\\$([^$]+)\\$\\d+$", "$1");
    }
}
