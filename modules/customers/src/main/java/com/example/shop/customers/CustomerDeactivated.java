package com.example.shop.customers;

import java.time.Instant;

/**
 * A customer was deactivated and can no longer order.
 *
 * @param version of the customer since then: orders placed at a lower version came before
 */
public record CustomerDeactivated(String number, long version, Instant deactivatedAt) {}
