package com.example.shop.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * An order was cancelled, by its customer, by staff, or because its customer was deactivated.
 *
 * @param customer the customer's number
 * @param version of the order since then
 */
public record OrderCancelled(UUID id, String customer, Instant cancelledAt, long version) {}
