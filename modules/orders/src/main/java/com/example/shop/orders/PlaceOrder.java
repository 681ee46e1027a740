package com.example.shop.orders;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.RequestedLine;
import io.watertight.api.CanonicalText;
import io.watertight.api.Contended;
import io.watertight.pattern.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order at the prices of the catalog.
 *
 * @param customer the customer's number
 * @param deliveryCountry where it goes; the customer's country if left out
 * @param lines several of them may have the same SKU
 */
public record PlaceOrder(
        @NotBlank @Size(max = 40) String customer,
        @Size(min = 1, max = 60) @OneLine @Nullable String deliveryCountry,

        @NotEmpty(message = "must name at least one product") @Size(max = CatalogService.MAX_LINES)
        List<@NotNull @Valid RequestedLine> lines)
        implements Contended {

    public PlaceOrder {
        customer = CanonicalText.key(customer);
        deliveryCountry = deliveryCountry == null ? null : CanonicalText.of(deliveryCountry);
        // Not List.copyOf: an element that a client left null is for the constraints to name.
        lines = lines == null ? List.of() : lines.stream().toList();
    }

    @Override
    public Set<String> contended() {
        return Contended.keys(lines, RequestedLine::sku);
    }
}
