package com.example.shop.customers;

import java.time.Instant;

/**
 * A customer may no longer buy.
 *
 * @param version of the customer since then: what he bought at a lower version he bought before
 */
public record CustomerDeactivated(String number, long version, Instant deactivatedAt) {}
