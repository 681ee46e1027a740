package com.example.shop.demo.internal;

import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers a few customers of a real retailer (docs/demo-data.md) where there are none, all of them or none. */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
@Order(1)
class DemoCustomers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCustomers.class);

    private final CustomerService customers;

    DemoCustomers(CustomerService customers) {
        this.customers = customers;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (!customers
                .search(new CustomerQuery(null, null, null, 1, null))
                .items()
                .isEmpty()) {
            LOG.debug("There are customers, so there will be no demo data");
            return;
        }
        List<NewCustomer> all =
                DemoFile.CUSTOMERS.lines().stream().map(DemoCustomers::customer).toList();
        all.forEach(customers::register);
        LOG.info("Demo data: {} customers", all.size());
    }

    private static NewCustomer customer(NamedCsvRecord line) {
        return new NewCustomer(
                line.getField("number"),
                orNull(line.getField("name")),
                orNull(line.getField("email")),
                line.getField("country"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
