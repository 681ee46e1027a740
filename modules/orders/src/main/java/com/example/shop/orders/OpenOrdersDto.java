package com.example.shop.orders;

/**
 * How much is waiting to leave.
 *
 * @param orders placed, and neither shipped nor cancelled
 * @param needingAttention those among them that a clerk should look at
 */
public record OpenOrdersDto(long orders, long needingAttention) {}
