package com.example.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the event registry without reading the events themselves. */
class PublicationLog {

    private final JdbcClient jdbc;

    PublicationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what is not completed; what is would have to be counted row by row, and tells nobody anything. */
    Map<String, Long> countByStatus() {
        return jdbc.sql("""
                        select coalesce(status, 'PUBLISHED') as status, count(*) as publications
                          from events.event_publication
                         where completion_date is null
                         group by 1""").query(StatusCount.class).list().stream()
                .collect(Collectors.toMap(StatusCount::status, StatusCount::publications));
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

    private record StatusCount(String status, long publications) {}

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
}
