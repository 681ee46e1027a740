package com.example.shop.orders;

/**
 * How many orders are waiting to be shipped.
 *
 * @param orders placed, and neither shipped nor cancelled
 * @param needingAttention those among them that a clerk should look at
 */
public record OpenOrdersDto(long orders, long needingAttention) {}
