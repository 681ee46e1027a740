package io.watertight.benchmarks.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the state file: something that is done and must not be done again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Started.class, name = "started"),
    @JsonSubTypes.Type(value = JournalEntry.Baseline.class, name = "baseline"),
    @JsonSubTypes.Type(value = JournalEntry.ProductReady.class, name = "product"),
    @JsonSubTypes.Type(value = JournalEntry.CustomerReady.class, name = "customer"),
    @JsonSubTypes.Type(value = JournalEntry.Prepared.class, name = "prepared"),
    @JsonSubTypes.Type(value = JournalEntry.Placed.class, name = "order"),
    @JsonSubTypes.Type(value = JournalEntry.Cancelled.class, name = "cancelled")
})
sealed interface JournalEntry {

    /**
     * Always the first line.
     *
     * @param file the SHA-256 of the sales file
     * @param shop the shop's address
     */
    record Started(String file, String shop, Instant at) implements JournalEntry {}

    /** What the shop had sold before the replay touched it. */
    record Baseline(SalesByCountry sales) implements JournalEntry {}

    record ProductReady(String sku) implements JournalEntry {}

    record CustomerReady(String number) implements JournalEntry {}

    /**
     * All products and customers are in the shop, each product with the planned stock; orders may follow.
     *
     * @param stock the pieces that the shop then had of all planned products, or null if nobody looked in time
     */
    record Prepared(@Nullable Long stock) implements JournalEntry {}

    /**
     * The shop took an order.
     *
     * @param lines how many lines the shop's answer had
     * @param total what the shop's answer said the order is worth, in GBP
     */
    record Placed(
            String invoice,
            String id,
            int lines,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total) implements JournalEntry {}

    /**
     * The shop cancelled an order.
     *
     * @param invoice the cancelled order's, not the C-invoice's
     */
    record Cancelled(String invoice) implements JournalEntry {}
}
