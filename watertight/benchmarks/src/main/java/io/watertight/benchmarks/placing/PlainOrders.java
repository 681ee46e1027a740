package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Places orders by plain JDBC, without roles: what the database and its driver allow. The statements are read from a file of
 * the application; which they are, and their parameters, is said there and does not change.
 */
final class PlainOrders implements Orders {

    private static final int FINGERPRINT = 32;
    private static final long LIFETIME = 604_800;
    private static final long EXPIRY = 900;

    private final Connection connection;
    private final PreparedStatement claim;
    private final PreparedStatement buyer;
    private final PreparedStatement reserve;
    private final PreparedStatement order;
    private final PreparedStatement line;
    private final PreparedStatement confirm;
    private final PreparedStatement entry;

    /**
     * @param connection closed with this client
     * @param file with the statements
     */
    PlainOrders(Connection connection, Path file) throws IOException, SQLException {
        String[] sql = Files.readString(file).split(";\\s*\\n", -1);
        this.connection = connection;
        connection.setAutoCommit(false);
        claim = connection.prepareStatement(sql[0]);
        buyer = connection.prepareStatement(sql[1]);
        reserve = connection.prepareStatement(sql[2]);
        order = connection.prepareStatement(sql[3]);
        line = connection.prepareStatement(sql[4]);
        confirm = connection.prepareStatement(sql[5]);
        entry = connection.prepareStatement(sql[6]);
    }

    @Override
    public void place(Basket basket) throws SQLException {
        UUID id = UUID.randomUUID();
        claim(id);
        Buyer from = buyer(basket.customer());
        List<Line> lines = reserve(id, basket.skus());
        store(id, basket.customer(), from, lines);
        confirm(id);
        enter(id, HttpOrders.json(basket));
        connection.commit();
    }

    private void claim(UUID id) throws SQLException {
        byte[] fingerprint = new byte[FINGERPRINT];
        ThreadLocalRandom.current().nextBytes(fingerprint);
        claim.setString(1, "clerk");
        claim.setString(2, UUID.randomUUID().toString());
        claim.setBytes(3, fingerprint);
        claim.setObject(4, id);
        claim.setLong(5, LIFETIME);
        executeOne(claim);
    }

    private Buyer buyer(String customer) throws SQLException {
        buyer.setString(1, customer);
        try (var row = buyer.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("There is no customer " + customer);
            }
            return new Buyer(row.getString("country"), row.getLong("version"));
        }
    }

    private List<Line> reserve(UUID id, List<String> skus) throws SQLException {
        Integer[] quantities = skus.stream().map(_ -> 1).toArray(Integer[]::new);
        reserve.setArray(1, connection.createArrayOf("text", skus.toArray()));
        reserve.setArray(2, connection.createArrayOf("int4", quantities));
        reserve.setObject(3, id);
        reserve.setLong(4, EXPIRY);
        reserve.setObject(5, id);
        try (var rows = reserve.executeQuery()) {
            var lines = new ArrayList<Line>();
            while (rows.next()) {
                lines.add(new Line(
                        rows.getString("sku"),
                        rows.getString("name"),
                        rows.getInt("quantity"),
                        rows.getBigDecimal("price_amount"),
                        rows.getString("price_currency")));
            }
            return lines;
        }
    }

    private void store(UUID id, String customer, Buyer from, List<Line> lines) throws SQLException {
        order.setObject(1, id);
        order.setLong(2, 0);
        order.setString(3, customer);
        order.setLong(4, from.version());
        order.setString(5, from.country());
        order.setString(6, "PLACED");
        order.setObject(7, OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
        order.setInt(8, lines.size());
        order.setBigDecimal(9, lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add));
        order.setString(10, lines.getFirst().currency());
        executeOne(order);
        for (int i = 0; i < lines.size(); i++) {
            Line stored = lines.get(i);
            line.setObject(1, id);
            line.setInt(2, i);
            line.setString(3, stored.sku());
            line.setString(4, stored.name());
            line.setInt(5, stored.quantity());
            line.setBigDecimal(6, stored.price());
            line.setString(7, stored.currency());
            line.addBatch();
        }
        line.executeBatch();
    }

    private void confirm(UUID id) throws SQLException {
        confirm.setObject(1, id);
        executeOne(confirm);
    }

    private void enter(UUID id, String request) throws SQLException {
        entry.setString(1, "clerk");
        entry.setString(2, "orders");
        entry.setString(3, "place");
        entry.setString(4, request);
        entry.setArray(5, connection.createArrayOf("text", new String[] {id.toString()}));
        executeOne(entry);
    }

    private static void executeOne(PreparedStatement statement) throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new SQLException("One row expected of: " + statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private record Buyer(String country, long version) {}

    private record Line(String sku, String name, int quantity, BigDecimal price, String currency) {

        BigDecimal total() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }
}
