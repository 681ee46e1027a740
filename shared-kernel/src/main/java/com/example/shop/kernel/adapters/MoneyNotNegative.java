package com.example.shop.kernel.adapters;

import com.example.shop.kernel.Money;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** Allows {@link PositiveOrZero} on a {@link Money}. Public, because the validator finds it as a service. */
public class MoneyNotNegative implements ConstraintValidator<PositiveOrZero, Money> {

    @Override
    public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
        return money == null || money.amount().signum() >= 0;
    }
}
