package com.example.shop.orders;

import com.example.shop.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order was placed, or imported from elsewhere.
 *
 * @param customer the customer's number
 */
public record OrderPlaced(UUID id, String customer, Instant placedAt, Money total) {}
