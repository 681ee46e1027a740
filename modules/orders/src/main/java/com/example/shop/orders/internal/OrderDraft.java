package com.example.shop.orders.internal;

import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.kernel.Money;
import com.example.shop.orders.AgreedOrder;
import com.example.shop.orders.ImplausibleDateException;
import com.example.shop.orders.PlaceOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What both ways to an order have in common, before customer and stock have been asked. */
record OrderDraft(
        String customer,
        @Nullable String deliveryCountry,
        @Nullable Instant placedAt,
        List<Line> lines) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    static OrderDraft of(PlaceOrder order) {
        return new OrderDraft(
                order.customer(),
                order.deliveryCountry(),
                null,
                order.lines().stream()
                        .map(it -> new Line(it.sku(), it.quantity(), null))
                        .toList());
    }

    /**
     * @throws ImplausibleDateException if the order is said to be from before 1900
     */
    static OrderDraft of(AgreedOrder order) {
        if (order.placedAt().isBefore(EARLIEST)) {
            throw new ImplausibleDateException();
        }
        return new OrderDraft(
                order.customer(),
                order.deliveryCountry(),
                order.placedAt(),
                order.lines().stream()
                        .map(it -> new Line(it.sku(), it.quantity(), it.unitPrice()))
                        .toList());
    }

    List<RequestedLine> requestedLines() {
        return lines.stream()
                .map(it -> new RequestedLine(it.sku(), it.quantity()))
                .toList();
    }

    /** The lines with what the catalog says today, except where a price was agreed. */
    List<OrderLine> orderLines(List<ReservedProductDto> reserved) {
        Map<String, ReservedProductDto> bySku =
                reserved.stream().collect(Collectors.toMap(ReservedProductDto::sku, Function.identity()));
        return lines.stream().map(it -> it.at(bySku)).toList();
    }

    /**
     * @param agreedPrice {@code null} for the catalog's
     */
    record Line(String sku, int quantity, @Nullable Money agreedPrice) {

        private OrderLine at(Map<String, ReservedProductDto> bySku) {
            ReservedProductDto product = bySku.get(sku);
            if (product == null) {
                throw new IllegalStateException(
                        "The catalog reserved nothing of '%s' and did not say so".formatted(sku));
            }
            return new OrderLine(
                    sku, product.name(), quantity, agreedPrice == null ? product.unitPrice() : agreedPrice);
        }
    }
}
