package com.example.shop.customers;

import io.watertight.api.Problem;
import java.util.List;

/** The number is taken; the problem points at the customer who has it. */
public final class CustomerExistsException extends Problem {

    public CustomerExistsException(String number) {
        super(
                "customer-exists",
                Kind.CONFLICT,
                "There is a customer '%s' already. Change that one, or choose another number.".formatted(number),
                List.of(new Field("number", "is taken")),
                number);
        extend("existing", "/api/customers/" + number);
    }
}
