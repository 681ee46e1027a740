package io.watertight.security;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rolesClaim the claim of a token that lists the roles: its name, or a path with dots such as {@code realm_access.roles}
 * @param attributes the claim, as a name or a path, for each attribute of an actor
 * @param failedLogins how many wrong passwords one address may try for one name within {@code failedLoginsWithin}
 * @param failedLoginsWithin the time after which the full number is available again
 * @param requestsPerMinute how many requests one signed-in caller may send
 * @param anonymousRequestsPerMinute how many anonymous requests may come from one address
 * @param addressRequestsPerMinute how many requests may come from one address in total, including refused ones
 * @param healthRequestsPerMinute how many health requests may come from one address
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
        @DefaultValue("1200") int healthRequestsPerMinute) {}
