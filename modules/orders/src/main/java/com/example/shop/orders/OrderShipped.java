package com.example.shop.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * The goods of an order have left.
 *
 * @param customer the customer's number
 * @param version of the order since then
 */
public record OrderShipped(UUID id, String customer, Instant shippedAt, long version) {}
