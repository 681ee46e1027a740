package io.watertight.operations.events;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** The number of open publications by status, counted at intervals, so that neither probes nor metrics count rows. */
class PublicationCounts {

    private final PublicationLog publications;
    private volatile @Nullable Map<String, Long> latest;

    PublicationCounts(PublicationLog publications) {
        this.publications = publications;
    }

    @Scheduled(fixedDelayString = "${watertight.events.count-interval:5s}")
    void count() {
        try {
            latest = publications.countByStatus();
        } catch (DataAccessException e) {
            latest = null;
        }
    }

    /** {@return the latest counts; empty if the database was unavailable} */
    Optional<Map<String, Long>> latest() {
        return Optional.ofNullable(latest);
    }
}
