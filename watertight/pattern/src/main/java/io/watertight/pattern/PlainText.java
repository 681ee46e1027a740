package io.watertight.pattern;

import io.watertight.api.CanonicalText;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text in any number of lines, such as a street: line feeds are allowed, and otherwise what {@link OneLine} allows. */
@Pattern(regexp = CanonicalText.PLAIN_TEXT, message = CanonicalText.PLAIN_TEXT_MESSAGE)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = {})
public @interface PlainText {

    /** Never shown: the message is that of the pattern. */
    String message() default "";

    /** As in every constraint. */
    Class<?>[] groups() default {};

    /** As in every constraint. */
    Class<? extends Payload>[] payload() default {};
}
