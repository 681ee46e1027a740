package com.example.shop.orders;

import com.example.shop.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order was placed, or imported from elsewhere.
 *
 * @param customer the customer's number
 * @param version of the order, which has not changed yet
 */
public record OrderPlaced(UUID id, String customer, Instant placedAt, Money total, long version) {}
