package io.watertight.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rolesClaim the claim of a token that lists the roles
 * @param customerClaim the claim of a token that holds the number under which its owner buys
 * @param failedLogins how many wrong passwords one address may try for one name within {@code failedLoginsWithin}
 * @param failedLoginsWithin the time after which they may be tried again
 * @param requestsPerMinute how many requests one caller who has said who he is may send
 * @param anonymousRequestsPerMinute how many requests may come from one address without saying from whom
 * @param addressRequestsPerMinute how many requests may come from one address at all, refused ones included
 */
@ConfigurationProperties("shop.security")
public record SecurityProperties(
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("customer") String customerClaim,
        @DefaultValue("10") int failedLogins,
        @DefaultValue("5m") Duration failedLoginsWithin,
        @DefaultValue("30000") int requestsPerMinute,
        @DefaultValue("1200") int anonymousRequestsPerMinute,
        @DefaultValue("60000") int addressRequestsPerMinute) {}
