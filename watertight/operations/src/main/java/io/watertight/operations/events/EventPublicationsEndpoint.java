package io.watertight.operations.events;

import io.watertight.operations.events.PublicationLog.OpenPublication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/eventpublications}: shows and retries outstanding publications. */
@Endpoint(id = "eventpublications")
record EventPublicationsEndpoint(PublicationLog publications, RegistryUpkeep upkeep) {

    private static final int LISTED = 200;

    @ReadOperation
    Overview overview() {
        return new Overview(
                publications.countByStatus(), publications.open(null, LISTED).items());
    }

    /**
     * Retries failed publications at once, even beyond the limit.
     *
     * @param id the publication; all failed ones if omitted
     */
    @WriteOperation
    Overview retry(@Nullable UUID id) {
        upkeep.retryNow(id);
        return overview();
    }

    record Overview(Map<String, Long> publicationsByStatus, List<OpenPublication> incomplete) {}
}
