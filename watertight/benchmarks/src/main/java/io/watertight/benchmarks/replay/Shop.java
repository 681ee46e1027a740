package io.watertight.benchmarks.replay;

import static java.net.http.HttpRequest.BodyPublishers.noBody;

import io.watertight.benchmarks.replay.ShopJson.SalesOfCountry;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shop's HTTP API, as far as a replay needs it. Every method but {@link #tryCorrectStock} may be repeated without
 * harm; each throws a {@link RefusedException} for an answer that it cannot use.
 */
final class Shop {

    private static final int PAGE = 200;

    private final ShopConnection connection;

    Shop(ShopConnection connection) {
        this.connection = connection;
    }

    /**
     * Checks once that a shop is there, so that a wrong address is reported at once.
     *
     * @throws ReplayFailure if there is none
     */
    void checkThatItIsThere(PhaseMeter meter) {
        String path = "/api/sales/by-country";
        try {
            int status = connection
                    .once(connection.request(path).GET().build(), meter)
                    .statusCode();
            if (status >= 400 && status < 500 && status != 429) {
                throw ReplayFailure.unreachable("The server at %s does not respond like a shop: HTTP %d to GET %s.%s"
                        .formatted(connection.url(), status, path, status == 401 ? " Give --user." : ""));
            }
        } catch (IOException e) {
            throw ReplayFailure.unreachable("There is no shop at %s (%s). Start it, or set its address with --url."
                    .formatted(connection.url(), ShopConnection.kindOf(e)));
        }
    }

    /** Returns whether the product is new; one that exists already stays as it is. */
    boolean create(PlannedProduct product, PhaseMeter meter) {
        ShopJson.Money price = ShopJson.Money.gbp(product.price());
        return create(
                "/api/products",
                new ShopJson.ProductBody(product.sku(), product.name(), price, product.stock()),
                meter);
    }

    /** Returns whether the customer is new; one that exists already stays as it is. */
    boolean create(PlannedCustomer customer, PhaseMeter meter) {
        return create("/api/customers", new ShopJson.CustomerBody(customer.number(), customer.country()), meter);
    }

    private boolean create(String path, Object body, PhaseMeter meter) {
        Answer answer = connection.send(ShopConnection.post(connection.request(path), body), meter);
        return switch (answer.status()) {
            case 201 -> true;
            case 409 -> false;
            default -> throw answer.refused();
        };
    }

    /** The pieces of a product that can still be sold. */
    long stock(String sku, PhaseMeter meter) {
        return get("/api/products/" + encode(sku), ShopJson.Product.class, meter)
                .stock();
    }

    /**
     * Changes a stock. This is not idempotent, so the caller must read the stock before trying again.
     *
     * @return whether the shop has confirmed the change
     */
    boolean tryCorrectStock(String sku, long change, String reason, PhaseMeter meter) {
        String path = "/api/products/" + encode(sku) + "/stock-corrections";
        try {
            HttpResponse<String> response = connection.once(
                    ShopConnection.post(connection.request(path), new ShopJson.StockCorrection(change, reason))
                            .build(),
                    meter);
            if (response.statusCode() >= 400 && response.statusCode() < 500 && response.statusCode() != 429) {
                throw new Answer(response.statusCode(), response.body()).refused();
            }
            return response.statusCode() < 300;
        } catch (IOException e) {
            return false;
        }
    }

    /** The pieces that can still be sold, of all products by SKU. */
    Map<String, Long> stockOfAll(PhaseMeter meter) {
        Map<String, Long> stock = new HashMap<>();
        @Nullable String cursor = null;
        do {
            String path = "/api/products?limit=" + PAGE + (cursor == null ? "" : "&cursor=" + encode(cursor));
            ShopJson.ProductPage page = get(path, ShopJson.ProductPage.class, meter);
            page.items().forEach(product -> stock.put(product.sku(), product.stock()));
            cursor = page.next();
        } while (cursor != null);
        return stock;
    }

    /** Places an order; placing it again returns the first response. */
    ShopJson.Order place(PlannedOrder order, PhaseMeter meter) {
        Answer answer = connection.send(
                ShopConnection.post(connection.request("/api/orders/imports"), ShopJson.NewOrder.of(order))
                        .header("Idempotency-Key", "replay-" + order.invoice()),
                meter);
        if (answer.status() != 201) {
            throw answer.refused();
        }
        return answer.as(ShopJson.Order.class);
    }

    void cancelOrder(String id, PhaseMeter meter) {
        Answer answer = connection.send(
                connection.request("/api/orders/" + encode(id) + "/cancel").POST(noBody()), meter);
        if (answer.status() != 200) {
            throw answer.refused();
        }
    }

    boolean knowsOrder(String id, PhaseMeter meter) {
        return knows("/api/orders/" + encode(id), meter);
    }

    boolean knowsProduct(String sku, PhaseMeter meter) {
        return knows("/api/products/" + encode(sku), meter);
    }

    private boolean knows(String path, PhaseMeter meter) {
        Answer answer = connection.send(connection.request(path).GET(), meter);
        return switch (answer.status()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw answer.refused();
        };
    }

    /** The sales in GBP since the shop was opened. */
    SalesByCountry sales(PhaseMeter meter) {
        Map<String, Sales> sales = new TreeMap<>();
        get("/api/sales/by-country", ShopJson.SalesList.class, meter).items().stream()
                .filter(item -> item.revenue().currency().equals(ShopJson.CURRENCY))
                .forEach((SalesOfCountry item) -> sales.merge(item.country(), item.sales(), Sales::plus));
        return new SalesByCountry(sales);
    }

    private <T> T get(String path, Class<T> type, PhaseMeter meter) {
        Answer answer = connection.send(connection.request(path).GET(), meter);
        if (answer.status() != 200) {
            throw answer.refused();
        }
        return answer.as(type);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
