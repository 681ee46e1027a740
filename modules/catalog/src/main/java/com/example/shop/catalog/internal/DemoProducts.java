package com.example.shop.catalog.internal;

import com.example.shop.catalog.ProductImportDto;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty catalog with a few products of a real retailer (docs/demo-data.md), all of them or none. */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
@Order(1)
class DemoProducts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProducts.class);

    private final ProductRepository products;
    private final ProductImport sheets;

    DemoProducts(ProductRepository products, ProductImport sheets) {
        this.products = products;
        this.sheets = sheets;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (products.isAnyPresent()) {
            LOG.debug("The catalog is not empty, so it gets no demo data");
            return;
        }
        try (InputStream sheet = new ClassPathResource("demo/catalog/products.csv").getInputStream()) {
            ProductImportDto report = sheets.read(sheet);
            LOG.info("Demo data: {} products", report.created());
        }
    }
}
