package com.example.shop.orders.internal;

import com.example.shop.orders.OrderSummaryDto;
import org.jspecify.annotations.Nullable;

/**
 * An order as a line of the list.
 *
 * @param customerName as it is today; {@code null} if the customer has none
 */
record OrderRow(OrderSummaryDto order, @Nullable String customerName) {}
