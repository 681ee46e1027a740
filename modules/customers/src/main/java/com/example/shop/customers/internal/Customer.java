package com.example.shop.customers.internal;

import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.NewCustomer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody who buys, or once bought. A customer is known by a number that never changes; much else may be missing,
 * because customers come from elsewhere with little more than that. Nobody is deleted, because orders that
 * name them remain: customers who are to buy no more are deactivated, and may be reactivated.
 */
@Table(schema = "customers")
record Customer(
        @Id UUID id,
        @Version @Nullable Long version,
        String number,
        @Nullable String name,
        @Nullable String email,
        String country,
        @Nullable Instant inactiveSince,

        @MappedCollection(idColumn = "customer", keyColumn = "position")
        List<Address> addresses) {

    static Customer register(NewCustomer customer) {
        return new Customer(
                UUID.randomUUID(),
                null,
                customer.number(),
                customer.name(),
                customer.email(),
                customer.country(),
                null,
                List.of());
    }

    Customer revise(CustomerRevision revision) {
        return new Customer(
                id, version, number, revision.name(), revision.email(), revision.country(), inactiveSince, addresses);
    }

    Customer moveTo(List<Address> newAddresses) {
        return new Customer(id, version, number, name, email, country, inactiveSince, newAddresses);
    }
}
