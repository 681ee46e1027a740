package com.example.shop.customers.internal;

import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers a few customers of a real retailer (docs/demo-data.md) where there are none, all of them or none. */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
@Order(1)
class DemoCustomers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCustomers.class);

    private final CustomerRepository repository;
    private final CustomerService customers;

    DemoCustomers(CustomerRepository repository, CustomerService customers) {
        this.repository = repository;
        this.customers = customers;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (repository.isAnyPresent()) {
            LOG.debug("There are customers, so there will be no demo data");
            return;
        }
        int registered = 0;
        try (CsvReader<NamedCsvRecord> sheet = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("demo/customers/customers.csv").getInputStream())) {
            for (NamedCsvRecord line : sheet) {
                customers.register(new NewCustomer(
                        line.getField("number"),
                        orNull(line.getField("name")),
                        orNull(line.getField("email")),
                        line.getField("country")));
                registered++;
            }
        }
        LOG.info("Demo data: {} customers", registered);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
