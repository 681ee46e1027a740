package com.example.shop.demo.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.kernel.Money;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty catalog with a few products of a real retailer (docs/demo-data.md), all of them or none. */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
@Order(1)
class DemoProducts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProducts.class);

    private final CatalogService catalog;

    DemoProducts(CatalogService catalog) {
        this.catalog = catalog;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (!catalog.search(ProductQuery.all(1)).items().isEmpty()) {
            LOG.debug("The catalog is not empty, so it gets no demo data");
            return;
        }
        List<NewProduct> products =
                DemoFile.PRODUCTS.lines().stream().map(DemoProducts::product).toList();
        products.forEach(catalog::add);
        LOG.info("Demo data: {} products", products.size());
    }

    private static NewProduct product(NamedCsvRecord line) {
        return new NewProduct(
                line.getField("sku"),
                line.getField("name"),
                Money.of(line.getField("price"), line.getField("currency")),
                Long.parseLong(line.getField("stock")));
    }
}
