package com.example.shop.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The stock that orders hold. A reservation belongs to one order: it is made, confirmed and consumed, or ends early by
 * {@code release}. Each method may be repeated with the same order id, by a caller who received no response, and then changes
 * nothing. An unconfirmed reservation that has passed its time expires at the next sweep; until then it can still be confirmed.
 *
 * <p>A reservation that has ended is remembered for 30 days. A call that is repeated later finds none: {@code release} still
 * changes nothing, {@code confirm} and {@code consume} are refused, and {@code reserve} makes a new reservation.
 */
public interface StockService {

    /**
     * Sets the quantities of all lines aside, all or nothing, and returns the current names and prices. A repetition returns the
     * first result again. After expiry it is refused: the order needs a new id.
     *
     * @param lines several of them may have the same SKU
     * @param hold whether the reservation waits for {@link #confirm}
     * @return one entry for each SKU
     * @throws UnknownProductsException if the catalog lacks any of them
     * @throws ProductsDiscontinuedException if any is no longer sold
     * @throws InsufficientStockException if any is short; it names all that are
     * @throws PricesChangedException if a line names another price than the catalog has now
     * @throws ReservationEndedException if the order was released, or its reservation has expired, was consumed or is for other
     *     quantities
     */
    List<ReservedProductDto> reserve(
            UUID orderId, @NotEmpty @Size(max = CatalogService.MAX_LINES) List<@Valid RequestedLine> lines, Hold hold);

    /**
     * Makes a reservation firm. A repetition changes nothing, also after the goods have left. After expiry it is refused, because
     * the goods may have been sold.
     *
     * @throws ReservationEndedException if it had expired or been released before, or never existed
     */
    void confirm(UUID orderId);

    /**
     * Gives back what these orders hold. Orders whose reservation has expired, been released or consumed are skipped: there
     * is nothing left to give back. Orders without a reservation get none later: a {@link #reserve} that arrives afterwards is refused.
     */
    void release(Collection<UUID> orderIds);

    /**
     * Takes what the order holds out of stock, because the goods have left. After expiry it is refused: nothing is held.
     *
     * @throws ReservationEndedException if it was not confirmed, has expired or been released, or never existed
     */
    void consume(UUID orderId);
}
