package com.example.shop.orders;

/** Where an order stands; the last two are final. */
public enum OrderStatus {
    /** Its goods are reserved and have not left. */
    PLACED,
    /** Its goods have left. */
    SHIPPED,
    /** Its goods were given back. */
    CANCELLED
}
