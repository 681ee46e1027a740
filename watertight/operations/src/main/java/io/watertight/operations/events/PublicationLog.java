package io.watertight.operations.events;

import io.watertight.api.Cursor;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.operations.events.ModuleListeners.Listener;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** Queries this process's share of the event registry. */
record PublicationLog(JdbcClient jdbc, RegistryShare share) {

    static final String FAILED = "FAILED";

    /** Failed too often: retried only by a person. */
    static final String GIVEN_UP = "GIVEN_UP";

    private static final String LIST = "publications";
    private static final int BATCH = 10_000;

    /** Spring Modulith's status, and whether the publication is given up. */
    private static final String STATUS = """
            case when status = 'FAILED' and next_attempt_at is null then 'GIVEN_UP' else coalesce(status, 'PUBLISHED') end""";

    /** Counts publications that are not completed; counting completed ones would read every row each time. */
    Map<String, Long> countByStatus() {
        return byStatus().stream().collect(Collectors.toMap(StatusCount::status, StatusCount::publications));
    }

    /** Like {@link #countByStatus}, with the time of the oldest. */
    List<StatusCount> byStatus() {
        return jdbc.sql("""
                        select %s as status, count(*) as publications, min(publication_date) as oldest
                          from events.event_publication
                         where completion_date is null and %s
                         group by 1
                         order by 1""".formatted(STATUS, RegistryShare.IS_OURS))
                .params(share.parameters())
                .query(StatusCount.class)
                .list();
    }

    /** {@return a page of publications that are not completed, the oldest first, with their last failure} */
    PageDto<OpenPublication> open(@Nullable String cursor, int limit) {
        Position after = cursor == null ? new Position(null, null) : Position.of(cursor);
        List<OpenPublication> rows = jdbc.sql("""
                        select p.id, p.listener_id, p.event_type, p.publication_date,
                               %s as status,
                               coalesce(p.completion_attempts, 0) as completion_attempts,
                               coalesce(p.last_resubmission_date, p.publication_date) as last_attempt,
                               f.at as failed_at, f.exception, f.message,
                               left(p.serialized_event, 4000) as event, length(p.serialized_event) > 4000 as cut
                          from events.event_publication p
                          left join events.failure f on f.publication_id = p.id
                         where p.completion_date is null and %s
                           and (cast(:date as timestamptz) is null
                                or (p.publication_date, p.id) > (cast(:date as timestamptz), cast(:id as uuid)))
                         order by p.publication_date, p.id
                         limit :limit""".formatted(STATUS, RegistryShare.IS_OURS))
                .params(share.parameters())
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
        return jdbc.sql("select %s from events.event_publication where id = :id and %s"
                        .formatted(STATUS, RegistryShare.IS_OURS))
                .params(share.parameters())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /**
     * Makes failed publications due now, including those that were given up.
     *
     * @param id {@code null} for all failed ones
     */
    List<Retried> makeDue(@Nullable UUID id) {
        return jdbc.sql("""
                        update events.event_publication
                           set next_attempt_at = clock_timestamp()
                         where completion_date is null and status = 'FAILED' and %s
                           and (cast(:id as uuid) is null or id = cast(:id as uuid))
                        returning id, event_type""".formatted(RegistryShare.IS_OURS))
                .params(share.parameters())
                .param("id", id)
                .query(Retried.class)
                .list();
    }

    /** Forgets what was completed this long ago. */
    void forgetCompleted(Duration age) {
        forget("events.event_publication", "completion_date", age);
    }

    /** Forgets which events came from other processes, as far as the broker has forgotten them, too. */
    void forgetReceived(Duration age) {
        forget("events.received", "at", age);
    }

    /** In batches with a transaction each, because a single statement would exceed its time-out again and again once the rows are too many. */
    private void forget(String table, String time, Duration age) {
        int forgotten;
        do {
            forgotten = jdbc.sql("""
                            delete from %1$s
                             where ctid = any(array(
                                   select ctid from %1$s where %2$s < now() - make_interval(secs => :age) limit :batch))""".formatted(table, time))
                    .param("age", age.toSeconds())
                    .param("batch", BATCH)
                    .update();
        } while (forgotten == BATCH);
    }

    /** Adds an event that other processes have sent, and with which something is wrong. */
    UUID addFailed(Listener listener, String event) {
        return jdbc.sql("""
                        insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                               status, completion_attempts, next_attempt_at)
                        values (gen_random_uuid(), :listener, :type, :event, clock_timestamp(), 'FAILED', 1, clock_timestamp())
                        returning id""")
                .param("listener", listener.id())
                .param("type", listener.event().getName())
                .param("event", event)
                .query(UUID.class)
                .single();
    }

    private record Position(
            @Nullable OffsetDateTime date, @Nullable UUID id) {

        static Position of(String cursor) {
            List<String> key = Cursor.decode(LIST, cursor, 2).key();
            try {
                return new Position(
                        Instant.parse(key.getFirst()).atOffset(ZoneOffset.UTC), UUID.fromString(key.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw new InvalidCursorException();
            }
        }
    }

    /** A publication to retry. */
    record Retried(UUID id, String eventType) {

        String eventName() {
            return simpleName(eventType);
        }
    }

    private static String inWords(String status) {
        return status.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String simpleName(String type) {
        return StringUtils.unqualify(type);
    }

    record StatusCount(String status, long publications, Instant oldest) {

        public String inWords() {
            return PublicationLog.inWords(status);
        }
    }

    /**
     * A publication as the page shows it.
     *
     * @param failedAt {@code null} if no failure was recorded: it has not failed, or the instance stopped before the listener
     *     did
     * @param event as stored, possibly truncated
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
            return status.equals(FAILED) || status.equals(GIVEN_UP);
        }

        public String inWords() {
            return PublicationLog.inWords(status);
        }

        /** {@return the event's name without its package} */
        public String eventName() {
            return simpleName(eventType);
        }
    }
}
