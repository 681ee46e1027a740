package io.watertight.operations.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/** A publication with a readable event, to be delivered to its listener again. */
record DuePublication(UUID id, Object event, String listener, Instant publicationDate, Status status, int attempts)
        implements TargetEventPublication {

    @Override
    public UUID getIdentifier() {
        return id;
    }

    @Override
    public Object getEvent() {
        return event;
    }

    @Override
    public PublicationTargetIdentifier getTargetIdentifier() {
        return PublicationTargetIdentifier.of(listener);
    }

    @Override
    public Instant getPublicationDate() {
        return publicationDate;
    }

    @Override
    public Optional<Instant> getCompletionDate() {
        return Optional.empty();
    }

    @Override
    public void markCompleted(Instant instant) {
        // The registry's table has the state; nobody reads it from this object.
    }

    @Override
    public Status getStatus() {
        return status;
    }

    @Override
    public @Nullable Instant getLastResubmissionDate() {
        return null;
    }

    @Override
    public int getCompletionAttempts() {
        return attempts;
    }
}
