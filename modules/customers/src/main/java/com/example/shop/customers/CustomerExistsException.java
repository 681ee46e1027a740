package com.example.shop.customers;

import io.watertight.api.Problem;

/** The number is taken; the problem points at the customer who has it. */
public final class CustomerExistsException extends Problem {

    public CustomerExistsException(String number) {
        super(
                "customer-exists",
                Kind.CONFLICT,
                "There is already a customer '%s'. Change that one, or choose another number.".formatted(number),
                new Field("number", "is taken"),
                number);
        extendByAddress("existing", "/api/customers/" + number);
    }
}
