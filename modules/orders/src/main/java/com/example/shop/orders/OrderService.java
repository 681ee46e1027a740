package com.example.shop.orders;

import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.PricesChangedException;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.UnknownProductsException;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.UnknownBuyerException;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.NotPermittedException;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders, from placing to shipping. Every method joins the caller's transaction or starts one, except that orders are placed outside
 * transactions where catalog or customers run in another process; commands that break their own
 * constraints are refused with {@link jakarta.validation.ConstraintViolationException}.
 *
 * <p>Customers place, see and cancel their own orders; for them, other customers and their orders do not exist. Importing and
 * shipping are for staff only; all others get a {@link NotPermittedException}. An unknown id is
 * refused with {@link UnknownOrderException}.
 */
public interface OrderService {

    /**
     * Places an order at the catalog's prices. Called again with the same key and order, it returns the first result, even if
     * the order has changed since; an attempt that failed is not remembered.
     *
     * @throws IdempotencyKeyReusedException if the key has been used for another order
     * @throws OrderInProgressException if an attempt with the key has neither placed its order nor failed yet
     * @throws UnknownBuyerException if there is no such customer
     * @throws CustomerInactiveException if the customer is deactivated
     * @throws UnknownProductsException if the catalog lacks any of the SKUs
     * @throws ProductsDiscontinuedException if any of them is no longer sold
     * @throws InsufficientStockException if any of them is short
     * @throws PricesChangedException if a line names another price than the catalog has now
     * @throws MixedCurrenciesException if the lines are priced in several currencies
     * @throws OrderTooLargeException if its total exceeds the largest amount
     */
    OrderDto place(@Valid PlaceOrder order, IdempotencyKey key);

    /**
     * Imports an order that was agreed elsewhere: at the agreed prices, on the agreed date. Otherwise as {@link #place}, the
     * stock included.
     *
     * @throws ImplausibleDateException if it is dated before 1900
     */
    OrderDto importOrder(@Valid ImportedOrder order, IdempotencyKey key);

    /** The order with that id. */
    OrderDto order(UUID id);

    /** A page of orders, the latest first. */
    PageDto<OrderSummaryDto> search(@Valid OrderQuery query);

    /**
     * Cancels an order that has not been shipped, and gives its stock back; announced by {@link OrderCancelled}. Repeating it
     * changes nothing.
     *
     * @param expected {@code null} to accept any version
     * @throws OrderShippedException if the goods have left
     * @throws StaleVersionException if it has changed since the expected version
     */
    OrderDto cancel(UUID id, @Nullable ExpectedVersion expected);

    /**
     * Records that the goods have left; announced by {@link OrderShipped}. Repeating it changes nothing.
     *
     * @param expected {@code null} to accept any version
     * @throws OrderCancelledException if the order was cancelled
     * @throws StaleVersionException if it has changed since the expected version
     */
    OrderDto ship(UUID id, @Nullable ExpectedVersion expected);
}
