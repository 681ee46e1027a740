package io.watertight.operations.events;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** How many publications are open, by status: counted now and then, so that no probe and no reading of meters counts rows. */
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

    /** {@return the latest counts; empty if the database could not be asked} */
    Optional<Map<String, Long>> latest() {
        return Optional.ofNullable(latest);
    }
}
