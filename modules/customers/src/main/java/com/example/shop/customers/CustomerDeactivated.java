package com.example.shop.customers;

import java.time.Instant;

/** A customer may no longer buy. */
public record CustomerDeactivated(String number, Instant deactivatedAt) {}
