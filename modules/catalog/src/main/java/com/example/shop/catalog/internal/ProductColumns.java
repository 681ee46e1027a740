package com.example.shop.catalog.internal;

import com.example.shop.catalog.InvalidSheet;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which column of a sheet holds what, as its first line says; the order is free. */
class ProductColumns {

    static final String SKU = "sku";
    static final String NAME = "name";
    static final String PRICE = "price";
    static final String CURRENCY = "currency";
    static final String STOCK = "stock";

    private static final Set<String> KNOWN = Set.of(SKU, NAME, PRICE, CURRENCY, STOCK);
    private static final Set<String> REQUIRED = Set.of(SKU, NAME, PRICE, STOCK);

    private final Map<String, Integer> positions;

    private ProductColumns(Map<String, Integer> positions) {
        this.positions = positions;
    }

    /**
     * @throws InvalidSheet if a column is missing, unknown or named twice
     */
    static ProductColumns in(CsvRecord header) {
        List<String> names = header.getFields().stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!KNOWN.contains(name)) {
                throw new InvalidSheet("names the column '%s', which is not known".formatted(abbreviated(name)));
            }
            if (positions.put(name, i) != null) {
                throw new InvalidSheet("names the column '%s' twice".formatted(name));
            }
        }
        Set<String> missing = new TreeSet<>(REQUIRED);
        missing.removeAll(positions.keySet());
        if (!missing.isEmpty()) {
            throw new InvalidSheet("lacks " + String.join(", ", missing));
        }
        return new ProductColumns(positions);
    }

    int count() {
        return positions.size();
    }

    /** The field without blanks around it; empty where the sheet has no such column. */
    String read(CsvRecord line, String column) {
        Integer position = positions.get(column);
        return position == null ? "" : line.getField(position).strip();
    }

    private static String abbreviated(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "...";
    }
}
