package com.example.shop.orders;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.kernel.Money;
import io.watertight.api.CanonicalText;
import io.watertight.api.Contended;
import io.watertight.pattern.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order that was agreed elsewhere, by telephone or in another shop.
 *
 * @param customer the customer's number
 * @param placedAt when it was agreed; not in the future, and not before 1900
 * @param deliveryCountry where it goes; the customer's country if left out
 * @param lines several of them may have the same SKU, at different prices
 */
public record ImportedOrder(
        @NotBlank @Size(max = 40) String customer,
        @NotNull @PastOrPresent Instant placedAt,
        @Size(min = 1, max = 60) @OneLine @Nullable String deliveryCountry,
        @NotEmpty @Size(max = CatalogService.MAX_LINES) List<@NotNull @Valid ImportedLine> lines)
        implements Contended {

    public ImportedOrder {
        customer = CanonicalText.key(customer);
        deliveryCountry = deliveryCountry == null ? null : CanonicalText.of(deliveryCountry);
        // Not List.copyOf: an element that a client left null is for the constraints to name.
        lines = lines == null ? List.of() : lines.stream().toList();
    }

    @Override
    public Set<String> contended() {
        return Contended.keys(lines, ImportedLine::sku);
    }

    /**
     * A quantity of a product at an agreed price.
     *
     * @param quantity units, 1 to 1,000,000
     * @param unitPrice of one unit, not negative
     */
    public record ImportedLine(
            @NotBlank @Size(max = 40) String sku,
            @Min(1) @Max(RequestedLine.MAX_QUANTITY) int quantity,
            @NotNull @PositiveOrZero Money unitPrice) {

        public ImportedLine {
            sku = CanonicalText.key(sku);
        }
    }
}
