package com.example.shop.customers.internal;

import java.util.List;

/** Two people's changes of one customer, field by field. */
record CustomerMerge(Difference<String> name, Difference<String> email, Difference<String> country) {

    /**
     * @param was when the slower one opened the form
     * @param now what the faster one has made of it
     * @param typed by the slower one, or left
     */
    static CustomerMerge of(CustomerEdit was, CustomerEdit now, CustomerEdit typed) {
        return new CustomerMerge(
                Difference.between("Name", was.name(), now.name(), typed.name()),
                Difference.between("E-mail", was.email(), now.email(), typed.email()),
                Difference.between("Country", was.country(), now.country(), typed.country()));
    }

    List<Difference<String>> differences() {
        return List.of(name, email, country);
    }

    CustomerEdit result() {
        return new CustomerEdit(name.merged(), email.merged(), country.merged());
    }
}
