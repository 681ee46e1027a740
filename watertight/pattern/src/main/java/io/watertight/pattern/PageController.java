package io.watertight.pattern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Controller;

/** Answers with pages for people. What a form leaves empty or blank arrives as {@code null}, and text without spaces around it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Controller
public @interface PageController {

    /** The name of the bean, as in {@link Controller#value()}. */
    @AliasFor(annotation = Controller.class)
    String value() default "";
}
