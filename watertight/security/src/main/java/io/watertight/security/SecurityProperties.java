package io.watertight.security;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;

/**
 * @param rolesClaim the claim of a token that lists the roles: its name, or a path with dots such as {@code realm_access.roles}
 * @param attributes the claim, as a name or a path, for each attribute of an actor
 * @param failedLogins how many wrong passwords one network may try for one name within {@code failedLoginsWithin}, in all
 * @param failedLoginsWithin the time after which the full number is available again
 * @param requestsPerMinute how many requests one signed-in caller may send
 * @param anonymousRequestsPerMinute how many anonymous requests may come from one network
 * @param addressRequestsPerMinute how many requests may come from one network in total, including refused ones
 * @param healthRequestsPerMinute how many health requests may come from one network
 * @param replicas how many instances of this process there are; each counts requests separately and admits its share of the limits above
 * @param sessions where sessions of pages are kept; if left out, in the database where the application is split and in memory
 *     elsewhere
 */
@ConfigurationProperties("watertight.security")
public record SecurityProperties(
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, String> attributes,
        @DefaultValue("10") int failedLogins,
        @DefaultValue("5m") Duration failedLoginsWithin,
        @DefaultValue("30000") int requestsPerMinute,
        @DefaultValue("1200") int anonymousRequestsPerMinute,
        @DefaultValue("60000") int addressRequestsPerMinute,
        @DefaultValue("1200") int healthRequestsPerMinute,
        @DefaultValue("1") int replicas,
        @Nullable Sessions sessions) {

    /** Each replica admits its share, rounded up. */
    public SecurityProperties {
        Assert.isTrue(replicas > 0, "watertight.security.replicas must be at least 1");
        requestsPerMinute = Math.ceilDiv(requestsPerMinute, replicas);
        anonymousRequestsPerMinute = Math.ceilDiv(anonymousRequestsPerMinute, replicas);
        addressRequestsPerMinute = Math.ceilDiv(addressRequestsPerMinute, replicas);
        healthRequestsPerMinute = Math.ceilDiv(healthRequestsPerMinute, replicas);
    }

    /** Where sessions of pages are kept. */
    public enum Sessions {

        /** Of one instance; a restart ends them. */
        MEMORY,

        /** All instances on the same database share them. */
        DATABASE;

        /** {@return where they are kept; if not set, in the database if the application is split} */
        public static Sessions of(Environment environment) {
            return environment.getProperty(
                    "watertight.security.sessions",
                    Sessions.class,
                    environment.getProperty("watertight.modules", "").isBlank() ? MEMORY : DATABASE);
        }
    }
}
