package io.watertight.operations.events;

import io.watertight.operations.events.PublicationLog.Publication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/eventpublications}: what is outstanding, and a way to try it again. */
@Endpoint(id = "eventpublications")
class EventPublicationsEndpoint {

    private static final int LISTED = 200;

    private final PublicationLog publications;
    private final RegistryUpkeep upkeep;

    EventPublicationsEndpoint(PublicationLog publications, RegistryUpkeep upkeep) {
        this.publications = publications;
        this.upkeep = upkeep;
    }

    @ReadOperation
    Overview overview() {
        return new Overview(publications.countByStatus(), publications.incomplete(LISTED));
    }

    /**
     * Tries failed publications again at once, beyond the limit too.
     *
     * @param id which one; all that failed if left out
     */
    @WriteOperation
    Overview retry(@Nullable UUID id) {
        upkeep.retryNow(it -> id == null || id.equals(it.getIdentifier()));
        return overview();
    }

    record Overview(Map<String, Long> publicationsByStatus, List<Publication> incomplete) {

        Overview {
            publicationsByStatus = Map.copyOf(publicationsByStatus);
            incomplete = List.copyOf(incomplete);
        }
    }
}
