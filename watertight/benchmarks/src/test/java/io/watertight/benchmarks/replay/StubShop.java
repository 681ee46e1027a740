package io.watertight.benchmarks.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A shop that keeps its contract, with all its state in memory, and fails where a test wants it to. */
final class StubShop implements AutoCloseable {

    /** What becomes of a request. */
    enum Fate {
        ANSWERED,
        /** 503, and nothing done. */
        BUSY,
        /** The connection breaks before anything is done. */
        LOST_BEFORE,
        /** The connection breaks after it was done. */
        LOST_AFTER
    }

    private record Reply(int status, Object body) {}

    private record Stored(String country, Sales sales, Map<String, Long> pieces) {}

    final TreeMap<String, Long> stock = new TreeMap<>();
    final TreeSet<String> customers = new TreeSet<>();
    final List<String> requests = new ArrayList<>();

    private final Map<String, Stored> orders = new LinkedHashMap<>();
    private final Map<String, Reply> answersByKey = new LinkedHashMap<>();
    private final TreeSet<String> cancelled = new TreeSet<>();
    private final HttpServer server = start();
    private volatile Function<String, Fate> fate = request -> Fate.ANSWERED;
    private volatile boolean refusingCustomers;
    private volatile BigDecimal surcharge = BigDecimal.ZERO;

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @param fate by method and path, for instance {@code POST /api/products} */
    void decide(Function<String, Fate> fate) {
        this.fate = fate;
    }

    /** Makes each order dearer than agreed. */
    void addToEachTotal(String amount) {
        surcharge = new BigDecimal(amount);
    }

    /** As if its database had been dropped. */
    synchronized void forget() {
        stock.clear();
        customers.clear();
        orders.clear();
        answersByKey.clear();
        cancelled.clear();
    }

    void refuseCustomers() {
        refusingCustomers = true;
    }

    synchronized int orderCount() {
        return orders.size();
    }

    synchronized long count(String request) {
        return requests.stream().filter(request::equals).count();
    }

    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::handle);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String request = exchange.getRequestMethod() + " " + path;
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fate decided = fate.apply(request);
            if (decided == Fate.LOST_BEFORE) {
                return;
            }
            Reply reply = decided == Fate.BUSY
                    ? new Reply(503, Map.of("title", "Busy"))
                    : answer(exchange, request, path.split("/"), body);
            if (decided != Fate.LOST_AFTER) {
                byte[] bytes = ShopJson.MAPPER.writeValueAsBytes(reply.body());
                exchange.sendResponseHeaders(reply.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private synchronized Reply answer(HttpExchange exchange, String request, String[] path, byte[] body) {
        requests.add(request);
        JsonNode json = ShopJson.MAPPER.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
        String kind = exchange.getRequestMethod() + " " + path[2];
        return switch (kind + " " + (path.length - 3)) {
            case "POST products 0" ->
                create(stock.putIfAbsent(text(json, "sku"), json.get("stock").longValue()) == null);
            case "POST customers 0" ->
                refusingCustomers ? problem(400, "No customers") : create(customers.add(text(json, "number")));
            case "GET products 0" -> page(exchange.getRequestURI());
            case "GET products 1" -> product(decode(path[3]));
            case "POST products 2" ->
                correct(decode(path[3]), json.get("change").longValue());
            case "POST orders 1" -> place(exchange.getRequestHeaders().getFirst("Idempotency-Key"), json);
            case "GET orders 1" ->
                orders.containsKey(path[3]) ? new Reply(200, Map.of()) : problem(404, "No such order");
            case "POST orders 2" -> cancel(path[3]);
            case "GET sales 1" -> sales();
            default -> problem(404, "No such path");
        };
    }

    private static Reply create(boolean isNew) {
        return isNew ? new Reply(201, Map.of()) : problem(409, "Exists already");
    }

    private Reply product(String sku) {
        return stock.containsKey(sku)
                ? new Reply(200, new ShopJson.Product(sku, stock.get(sku)))
                : problem(404, "No such product");
    }

    private Reply correct(String sku, long change) {
        stock.merge(sku, change, Long::sum);
        return new Reply(201, Map.of());
    }

    /** Two to a page, so that every test walks. */
    private Reply page(URI uri) {
        String query = uri.getQuery();
        String after = query.contains("cursor=") ? query.substring(query.indexOf("cursor=") + 7) : "";
        List<Map<String, Object>> items = stock.tailMap(after, false).entrySet().stream()
                .limit(2)
                .map(entry -> Map.<String, Object>of("sku", entry.getKey(), "stock", entry.getValue(), "name", "more"))
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", items.size() < 2 ? null : items.getLast().get("sku"));
        return new Reply(200, page);
    }

    private Reply place(String key, JsonNode json) {
        Reply known = answersByKey.get(key);
        if (known != null) {
            return known;
        }
        Map<String, Long> pieces = new TreeMap<>();
        BigDecimal total = surcharge;
        for (JsonNode line : json.get("lines")) {
            long quantity = line.get("quantity").longValue();
            pieces.merge(text(line, "sku"), quantity, Long::sum);
            total = total.add(
                    new BigDecimal(text(line.get("unitPrice"), "amount")).multiply(BigDecimal.valueOf(quantity)));
        }
        if (pieces.entrySet().stream()
                .anyMatch(wanted -> stock.getOrDefault(wanted.getKey(), 0L) < wanted.getValue())) {
            return problem(409, "Insufficient stock");
        }
        pieces.forEach((sku, quantity) -> stock.merge(sku, -quantity, Long::sum));
        String id = UUID.randomUUID().toString();
        Sales sales = new Sales(1, json.get("lines").size(), total, 0, BigDecimal.ZERO);
        orders.put(id, new Stored(text(json, "deliveryCountry"), sales, pieces));
        Reply reply = new Reply(201, Map.of("id", id, "lines", json.get("lines"), "total", ShopJson.Money.gbp(total)));
        answersByKey.put(key, reply);
        return reply;
    }

    private Reply cancel(String id) {
        Stored order = orders.get(id);
        if (order == null) {
            return problem(404, "No such order");
        }
        if (cancelled.add(id)) {
            order.pieces().forEach((sku, count) -> stock.merge(sku, count, Long::sum));
        }
        return new Reply(200, Map.of());
    }

    private Reply sales() {
        Map<String, Sales> countries = new TreeMap<>();
        orders.forEach((id, order) -> countries.merge(
                order.country(),
                cancelled.contains(id)
                        ? order.sales()
                                .plus(new Sales(
                                        0, 0, BigDecimal.ZERO, 1, order.sales().revenue()))
                        : order.sales(),
                Sales::plus));
        return new Reply(
                200,
                Map.of(
                        "items",
                        countries.entrySet().stream()
                                .map(entry -> new ShopJson.SalesOfCountry(
                                        entry.getKey(),
                                        entry.getValue().orders(),
                                        entry.getValue().lines(),
                                        ShopJson.Money.gbp(entry.getValue().revenue()),
                                        entry.getValue().cancelledOrders(),
                                        ShopJson.Money.gbp(entry.getValue().cancelledRevenue())))
                                .toList()));
    }

    private static Reply problem(int status, String title) {
        return new Reply(status, Map.of("title", title, "detail", title + "."));
    }

    private static String text(JsonNode json, String field) {
        return json.get(field).stringValue();
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
