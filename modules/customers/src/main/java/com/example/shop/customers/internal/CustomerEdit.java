package com.example.shop.customers.internal;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerRevision;
import java.util.List;
import java.util.Objects;

/**
 * What stands in the form that changes a customer.
 *
 * @param version of the customer that will be overwritten
 */
record CustomerEdit(String name, String email, String country, long version) {

    static CustomerEdit of(CustomerDto customer) {
        return of(new CustomerRevision(customer.name(), customer.email(), customer.country()), customer.version());
    }

    static CustomerEdit of(CustomerRevision revision, long version) {
        return new CustomerEdit(
                Objects.requireNonNullElse(revision.name(), ""),
                Objects.requireNonNullElse(revision.email(), ""),
                revision.country(),
                version);
    }

    /** Field by field, what somebody else made of the customer and what stands here. */
    List<Difference> from(CustomerDto now) {
        CustomerEdit theirs = of(now);
        return List.of(
                new Difference("Name", theirs.name(), name),
                new Difference("E-mail", theirs.email(), email),
                new Difference("Country", theirs.country(), country));
    }
}
