package com.example.shop.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * An order was cancelled, by whoever placed it or because its customer was deactivated; its goods were given back.
 *
 * @param customer the customer's number
 * @param version of the order since then
 */
public record OrderCancelled(UUID id, String customer, Instant cancelledAt, long version) {}
