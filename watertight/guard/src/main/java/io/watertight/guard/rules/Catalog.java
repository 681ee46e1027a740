package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's catalog, which everybody may read, asked about the schemas of an application's modules. */
final class Catalog {

    private final Connection connection;
    private final String[] schemas;

    Catalog(Connection connection, CodeBase code) {
        this.connection = connection;
        this.schemas = code.businessModules().stream()
                .filter(it -> code.tables().ownerOfSchema(it.name()).isPresent())
                .map(AppModule::name)
                .toArray(String[]::new);
    }

    /** {@return rows of text, null as an empty one, for SQL with one parameter, the array of the modules' schemas} */
    List<List<String>> ask(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", schemas));
            try (ResultSet rows = query.executeQuery()) {
                List<List<String>> found = new ArrayList<>();
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        String value = rows.getString(i);
                        row.add(value == null ? "" : value);
                    }
                    found.add(row);
                }
                return found;
            }
        }
    }
}
