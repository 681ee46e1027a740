package com.example.shop.orders;

/** The state of an order; the last two are final. */
public enum OrderStatus {
    /** Its goods are reserved and have not left. */
    PLACED,
    /** Its goods have left. */
    SHIPPED,
    /** Its goods were released. */
    CANCELLED
}
