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

/**
 * A text in one line, such as a name: without line breaks, control characters, and characters that nobody sees but that make two names
 * differ or turn the direction of a text. Letters, combining marks and emoji of any script are allowed, with the
 * joiners and variation selectors that some need; so is {@code null}.
 *
 * @see CanonicalText#of for removing what people paste without knowing, before this is checked
 */
@Pattern(regexp = CanonicalText.ONE_LINE, message = CanonicalText.ONE_LINE_MESSAGE)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = {})
public @interface OneLine {

    /** Never shown: the message is that of the pattern. */
    String message() default "";

    /** As in every constraint. */
    Class<?>[] groups() default {};

    /** As in every constraint. */
    Class<? extends Payload>[] payload() default {};
}
