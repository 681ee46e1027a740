package com.gymworks.members;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Constraint(validatedBy = UniqueEmailValidator.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface UniqueEmail {

    String message() default "is taken";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
