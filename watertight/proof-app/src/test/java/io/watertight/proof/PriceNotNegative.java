package io.watertight.proof;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** Lets {@link PositiveOrZero} stand at a {@link Money}. Public, because the validator finds it as a service. */
public class PriceNotNegative implements ConstraintValidator<PositiveOrZero, Price> {

    @Override
    public boolean isValid(@Nullable Price money, ConstraintValidatorContext context) {
        return money == null || !money.isNegative();
    }
}
