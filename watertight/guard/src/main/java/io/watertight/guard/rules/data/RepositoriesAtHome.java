package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Objects;
import java.util.Optional;

/** A repository is as good as its entity: whoever has one can save the other. */
final class RepositoriesAtHome implements Rule {

    @Override
    public String id() {
        return "repositories-at-home";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "a repository, and all that it extends, lies hidden in the module of the entity that it stores";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (CodeClass repository : code.persistence().repositories()) {
            findings.examined(repository);
            if (!StoringRoom.holds(code, repository)) {
                findings.violation(
                        code.where(repository),
                        "The repository %s %s.".formatted(repository.simpleName(), StoringRoom.fault(code, repository)),
                        "Whoever can name a repository can save and delete.",
                        "Move it beside its entity, without 'public', into the module that owns the table"
                                + " (each module has its own, even where they look alike), and let others ask that module's service.");
            } else {
                examineDomainType(code, repository, findings);
                repository.type().getAllRawInterfaces().stream()
                        .flatMap(it -> code.find(it).stream())
                        .filter(it -> !code.persistence().repositories().contains(it))
                        .filter(it -> !isHidden(code, repository, it))
                        .forEach(it -> reportOpenPart(code, repository, it, findings));
            }
        }
    }

    private static void examineDomainType(Codebase code, CodeClass repository, Findings findings) {
        Optional<JavaClass> domainType = code.persistence().domainTypeOf(repository);
        if (domainType.isEmpty()) {
            return; // A base for the module's own repositories, each of which says what it stores.
        }
        Optional<CodeClass> stored = code.find(domainType.get());
        if (stored.map(CodeClass::actor)
                .filter(it -> it.equals(repository.actor()))
                .isPresent()) {
            return;
        }
        DomainModule owner =
                stored.map(CodeClass::actor).filter(it -> !it.shared()).orElse(null);
        findings.violation(
                code.where(repository),
                "The repository %s of %s stores %s, which %s."
                        .formatted(
                                repository.simpleName(),
                                code.roomOf(repository),
                                domainType.get().getSimpleName(),
                                owner == null
                                        ? "is no entity of that module"
                                        : "is of module '%s'".formatted(owner.name())),
                "A module stores its own entities only; anything else is another module's data, or nobody's.",
                owner == null
                        ? "Give the module an entity of its own, package-private, and a table in its own schema."
                        : OwnerAdvice.ask(code, owner, domainType.get().getSimpleName()));
    }

    private static boolean isHidden(Codebase code, CodeClass repository, CodeClass part) {
        return Objects.equals(part.actor(), repository.actor()) && StoringRoom.holds(code, part);
    }

    private static void reportOpenPart(Codebase code, CodeClass repository, CodeClass part, Findings findings) {
        findings.violation(
                code.where(repository),
                "The repository %s of %s extends %s, which %s."
                        .formatted(
                                repository.simpleName(),
                                code.roomOf(repository),
                                part.simpleName(),
                                Objects.equals(part.actor(), repository.actor())
                                                || part.actor() == null
                                                || part.actor().shared()
                                        ? StoringRoom.fault(code, part)
                                        : "is of module '%s'"
                                                .formatted(part.actor().name())),
                "Whoever asks the container for %s gets the repository itself.".formatted(part.simpleName()),
                "Let the module's service implement %s and call the repository, which extends nothing that others can name."
                        .formatted(part.simpleName()));
    }
}
