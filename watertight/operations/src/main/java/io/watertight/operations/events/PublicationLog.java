package io.watertight.operations.events;

import io.watertight.api.Cursor;
import io.watertight.api.InvalidCursor;
import io.watertight.api.PageDto;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the event registry. */
class PublicationLog {

    private static final String LIST = "publications";

    private final JdbcClient jdbc;

    PublicationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what is not completed; what is would have to be counted row by row, each time that meters are read. */
    Map<String, Long> countByStatus() {
        return byStatus().stream().collect(Collectors.toMap(StatusCount::status, StatusCount::publications));
    }

    /** As {@link #countByStatus}, with the time since when. */
    List<StatusCount> byStatus() {
        return jdbc.sql("""
                        select coalesce(status, 'PUBLISHED') as status, count(*) as publications,
                               min(publication_date) as oldest
                          from events.event_publication
                         where completion_date is null
                         group by 1
                         order by 1""").query(StatusCount.class).list();
    }

    List<Publication> incomplete(int limit) {
        return jdbc.sql("""
                        select id, listener_id, event_type, publication_date, status,
                               coalesce(completion_attempts, 0) as completion_attempts, last_resubmission_date
                          from events.event_publication
                         where completion_date is null
                         order by publication_date
                         limit :limit""").param("limit", limit).query(Publication.class).list();
    }

    /**
     * A page of what is not completed, the oldest first, with the reason of the last failure.
     *
     * @throws InvalidCursor if the cursor is not one of this list
     */
    PageDto<OpenPublication> open(@Nullable String cursor, int limit) {
        Position after = cursor == null ? new Position(null, null) : Position.of(cursor);
        List<OpenPublication> rows = jdbc.sql("""
                        select p.id, p.listener_id, p.event_type, p.publication_date,
                               coalesce(p.status, 'PUBLISHED') as status,
                               coalesce(p.completion_attempts, 0) as completion_attempts,
                               coalesce(p.last_resubmission_date, p.publication_date) as last_attempt,
                               f.at as failed_at, f.exception, f.message,
                               left(p.serialized_event, 4000) as event, length(p.serialized_event) > 4000 as cut
                          from events.event_publication p
                          left join events.failure f on f.publication_id = p.id
                         where p.completion_date is null
                           and (cast(:date as timestamptz) is null
                                or (p.publication_date, p.id) > (cast(:date as timestamptz), cast(:id as uuid)))
                         order by p.publication_date, p.id
                         limit :limit""")
                .param("date", after.date())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(OpenPublication.class)
                .list();
        return PageDto.of(
                rows,
                limit,
                it -> new Cursor(
                        LIST, List.of(it.publicationDate().toString(), it.id().toString())));
    }

    Optional<String> statusOf(UUID id) {
        return jdbc.sql("select coalesce(status, 'PUBLISHED') from events.event_publication where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private record Position(
            @Nullable OffsetDateTime date, @Nullable UUID id) {

        static Position of(String cursor) {
            List<String> key = Cursor.decode(LIST, cursor, 2).key();
            try {
                return new Position(
                        Instant.parse(key.getFirst()).atOffset(ZoneOffset.UTC), UUID.fromString(key.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw new InvalidCursor();
            }
        }
    }

    record StatusCount(String status, long publications, Instant oldest) {}

    /**
     * One event for one listener, not yet taken.
     *
     * @param completionAttempts how often the listener was given the event, the first time included
     */
    record Publication(
            UUID id,
            String listenerId,
            String eventType,
            Instant publicationDate,
            @Nullable String status,
            int completionAttempts,
            @Nullable Instant lastResubmissionDate) {}

    /**
     * As a person sees it.
     *
     * @param failedAt null where nobody saw it fail: not yet, or the instance ended before the listener did
     * @param event as it is stored, or its beginning
     */
    record OpenPublication(
            UUID id,
            String listenerId,
            String eventType,
            Instant publicationDate,
            String status,
            int completionAttempts,
            Instant lastAttempt,
            @Nullable Instant failedAt,
            @Nullable String exception,
            @Nullable String message,
            String event,
            boolean cut) {

        public boolean isFailed() {
            return status.equals(EventsController.FAILED);
        }

        /** Without its package. */
        public String eventName() {
            return eventType.substring(eventType.lastIndexOf('.') + 1);
        }
    }
}
