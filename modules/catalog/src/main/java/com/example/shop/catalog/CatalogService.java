package com.example.shop.catalog;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursor;
import io.watertight.api.NotPermitted;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other modules may ask of the catalog. Every method joins the caller's transaction or starts one; commands that
 * break their own constraints are refused by {@link jakarta.validation.ConstraintViolationException}.
 *
 * <p>A reservation belongs to one order and goes through {@code reserve}, {@code confirm} and {@code consume}, or ends
 * early by {@code release}. Each of these may be repeated with the same order id and then changes nothing, so that a
 * caller who did not hear the answer asks again.
 */
public interface CatalogService {

    /** How many lines one order may have. */
    int MAX_LINES = 1_000;

    /**
     * Takes a product into the catalog, with its first price and stock.
     *
     * @throws NotPermitted if the caller is not staff
     * @throws ProductExists if the SKU is taken
     */
    ProductDto add(@Valid NewProduct product);

    /**
     * Gives a product another name or price. Orders that were placed keep theirs.
     *
     * @throws NotPermitted if the caller is not staff
     * @throws UnknownProduct if there is none
     * @throws StaleVersion if it has changed since the expected version
     */
    ProductDto revise(String sku, @Valid ProductRevision revision, ExpectedVersion expected);

    /**
     * Ends the sale of a product for good: from now on no order can reserve it. Announced by {@link ProductDiscontinued};
     * repeating it changes nothing.
     *
     * @throws NotPermitted if the caller is not staff
     * @throws UnknownProduct if there is none
     */
    ProductDto discontinue(String sku);

    /**
     * Corrects what is in stock, after a count or a delivery. Repeated with the same key it gives the first answer again, and
     * changes nothing.
     *
     * @param key by which a repetition is told from another correction that happens to be the same; {@code null} if none is
     *     to be recognised
     * @throws NotPermitted if the caller is not staff
     * @throws UnknownProduct if there is none
     * @throws StockPromised if less would remain than orders have reserved
     * @throws CorrectionKeyReused if the key came with another correction of this product before
     * @throws CorrectionUnderWay if the same key is at work at this very moment
     */
    StockCorrectionDto correctStock(String sku, @Valid StockChange change, @Nullable UUID key);

    /**
     * @throws UnknownProduct if there is none
     */
    ProductDto product(String sku);

    /** The products among these that exist, in the order of their SKUs. */
    List<ProductDto> products(@Size(max = MAX_LINES) Set<String> skus);

    /**
     * A page of products in the order of their SKUs.
     *
     * @throws InvalidCursor if the query's cursor is not one of this list
     */
    PageDto<ProductDto> search(@Valid ProductQuery query);

    /**
     * The prices that a product has had, the latest first.
     *
     * @throws UnknownProduct if there is none
     */
    List<PriceDto> priceHistory(String sku);

    /**
     * The latest corrections of a product's stock, at most a hundred, the latest first.
     *
     * @throws NotPermitted if the caller is not staff
     * @throws UnknownProduct if there is none
     */
    List<StockCorrectionDto> stockCorrections(String sku);

    /**
     * Sets the quantities of all lines aside for an order, all or nothing, and answers with today's names and prices.
     * Unless it is confirmed within a quarter of an hour, the reservation expires: the next sweep gives the goods back. As long as
     * none has come by, it can be confirmed late.
     *
     * <p>Repeated with the same lines it gives the first answer again, and changes nothing.
     *
     * @param lines one SKU may stand in several
     * @return one entry for each SKU
     * @throws UnknownProducts if the catalog lacks any of them
     * @throws ProductsDiscontinued if any is no longer sold
     * @throws InsufficientStock if any is short; it names all that are
     * @throws ReservationEnded if the order's reservation has been released, has expired or been consumed, or is for other
     *     quantities
     */
    List<ReservedProductDto> reserve(UUID orderId, @NotEmpty @Size(max = MAX_LINES) List<@Valid RequestedLine> lines);

    /**
     * Makes an order's reservation last until it is released or consumed. Repeating it changes nothing, also after the
     * goods have left.
     *
     * @throws ReservationEnded if it had expired or been released before, or never was
     */
    void confirm(UUID orderId);

    /**
     * Gives back what these orders hold. Orders without a reservation, or whose reservation has expired, been released or
     * consumed, are passed over: there is nothing left to give back. Nothing is remembered of an order without a reservation,
     * so one that it makes afterwards stands.
     */
    void release(Collection<UUID> orderIds);

    /**
     * Takes what the order holds out of stock, because the goods have left. Repeating it changes nothing.
     *
     * @throws ReservationEnded if it was not confirmed, or has been released
     */
    void consume(UUID orderId);
}
