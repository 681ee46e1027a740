package com.example.shop.catalog;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.NotPermittedException;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop sells. Every method joins the caller's transaction or starts one; commands that break their own constraints are
 * refused with {@link jakarta.validation.ConstraintViolationException}. Changes are for staff only; all others get a
 * {@link NotPermittedException}. An unknown SKU is refused with {@link UnknownProductException}.
 */
public interface CatalogService {

    /** How many lines one order may have. */
    int MAX_LINES = 1_000;

    /**
     * Adds a product to the catalog, with its first price and stock.
     *
     * @throws ProductExistsException if the SKU is taken
     */
    ProductDto add(@Valid NewProduct product);

    /**
     * Gives a product another name or price; writes nothing if they are the same. Orders that were placed keep theirs.
     *
     * @throws StaleVersionException if it has changed since the expected version
     */
    ProductDto revise(String sku, @Valid ProductRevision revision, ExpectedVersion expected);

    /**
     * Ends the sale of a product permanently: from now on no order can reserve it. Publishes
     * {@link ProductDiscontinued}; repeating it changes nothing.
     */
    ProductDto discontinue(String sku);

    /**
     * Corrects what is in stock, after a count or a delivery. Called again with the same key, it returns the first
     * result and changes nothing.
     *
     * @param key distinguishes a repetition from another correction that happens to be equal; {@code null} if
     *     repetitions need not be recognised
     * @throws StockReservedException if less would remain than orders have reserved, or more than can be counted
     * @throws CorrectionKeyReusedException if the key has been used for another correction of this product
     * @throws CorrectionInProgressException if a correction with the same key is in progress
     */
    StockCorrectionDto correctStock(String sku, @Valid StockChange change, @Nullable UUID key);

    /** The product with that SKU. */
    ProductDto product(String sku);

    /** The products among these that exist, in the order of their SKUs. */
    List<ProductDto> products(@Size(max = MAX_LINES) Set<String> skus);

    /** A page of products in the order of their SKUs. */
    PageDto<ProductDto> search(@Valid ProductQuery query);

    /** The latest prices that a product has had, at most a hundred, the latest first. */
    List<PriceDto> priceHistory(String sku);

    /** The latest corrections of a product's stock, at most a hundred, the latest first. */
    List<StockCorrectionDto> stockCorrections(String sku);
}
