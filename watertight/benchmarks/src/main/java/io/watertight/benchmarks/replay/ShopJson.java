package io.watertight.benchmarks.replay;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the shop's API, as far as the replay needs it; incomplete responses are refused. */
final class ShopJson {

    /** Reads what it knows and ignores what the shop may add; writes decimals with all their digits. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static final String CURRENCY = "GBP";

    private ShopJson() {}

    record Money(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

        Money {
            requireNonNull(amount, "amount");
            requireNonNull(currency, "currency");
        }

        static Money gbp(BigDecimal amount) {
            return new Money(amount, CURRENCY);
        }
    }

    record ProductBody(String sku, String name, Money price, long stock) {}

    record Product(String sku, long stock) {}

    record StockCorrection(long change, String reason) {}

    record CustomerBody(String number, String country) {}

    record NewOrder(String customer, Instant placedAt, String deliveryCountry, List<PlacedLine> lines) {

        static NewOrder of(PlannedOrder order) {
            return new NewOrder(
                    order.customer(),
                    order.placedAt(),
                    order.country(),
                    order.lines().stream()
                            .map(line -> new PlacedLine(line.sku(), line.quantity(), Money.gbp(line.unitPrice())))
                            .toList());
        }
    }

    record PlacedLine(String sku, int quantity, Money unitPrice) {}

    record Order(String id, List<Line> lines, Money total) {

        Order {
            requireNonNull(id, "id");
            requireNonNull(lines, "lines");
            requireNonNull(total, "total");
        }
    }

    record Line(String sku) {}

    record ProductPage(List<Product> items, @Nullable String next) {

        ProductPage {
            requireNonNull(items, "items");
        }
    }

    record SalesList(List<SalesOfCountry> items) {

        SalesList {
            requireNonNull(items, "items");
        }
    }

    record SalesOfCountry(
            String country, long orders, long lines, Money revenue, long cancelledOrders, Money cancelledRevenue) {

        SalesOfCountry {
            requireNonNull(country, "country");
            requireNonNull(revenue, "revenue");
            requireNonNull(cancelledRevenue, "cancelledRevenue");
        }

        Sales sales() {
            return new Sales(orders, lines, revenue.amount(), cancelledOrders, cancelledRevenue.amount());
        }
    }

    /** RFC 9457; every field may be missing. */
    record ProblemDetail(@Nullable String title, @Nullable String detail) {}
}
