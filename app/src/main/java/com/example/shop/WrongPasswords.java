package com.example.shop;

import io.github.bucket4j.Bucket;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Counts the wrong passwords of each address: for one name, and for all names together. */
@Component
class WrongPasswords {

    private static final int NAMES = 10;

    private final Allowances perName;
    private final Allowances perAddress;

    WrongPasswords(SecurityProperties properties) {
        this.perName = new Allowances(properties.failedLogins(), properties.failedLoginsWithin());
        this.perAddress = new Allowances((long) properties.failedLogins() * NAMES, properties.failedLoginsWithin());
    }

    @EventListener
    void count(AuthenticationFailureBadCredentialsEvent failure) {
        if (failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            buckets(failure.getAuthentication().getName(), details.getRemoteAddress())
                    .forEach(it -> it.tryConsume(1));
        }
    }

    /** Whether no further password of that name is looked at for a while. */
    boolean wereTooMany(String name, String address) {
        return buckets(name, address).anyMatch(it -> it.getAvailableTokens() == 0);
    }

    private Stream<Bucket> buckets(String name, String address) {
        return Stream.of(perName.of(address + ' ' + name.toLowerCase(Locale.ROOT)), perAddress.of(address));
    }
}
