package io.watertight.operations.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/** What Spring Modulith's registry does as it stands. */
abstract class RegistryDecorator implements EventPublicationRepository {

    private final EventPublicationRepository registry;

    RegistryDecorator(EventPublicationRepository registry) {
        this.registry = registry;
    }

    @Override
    public TargetEventPublication create(TargetEventPublication publication) {
        return registry.create(publication);
    }

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier listener, Instant at) {
        registry.markCompleted(event, listener, at);
    }

    @Override
    public void markCompleted(UUID id, Instant at) {
        registry.markCompleted(id, at);
    }

    @Override
    public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant instant) {
        return registry.findIncompletePublicationsPublishedBefore(instant);
    }

    @Override
    public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
            Object event, PublicationTargetIdentifier listener) {
        return registry.findIncompletePublicationsByEventAndTargetIdentifier(event, listener);
    }

    @Override
    public List<TargetEventPublication> findCompletedPublications() {
        return registry.findCompletedPublications();
    }

    @Override
    public void deletePublications(List<UUID> ids) {
        registry.deletePublications(ids);
    }

    @Override
    public void deleteCompletedPublications() {
        registry.deleteCompletedPublications();
    }

    @Override
    public void deleteCompletedPublicationsBefore(Instant instant) {
        registry.deleteCompletedPublicationsBefore(instant);
    }
}
