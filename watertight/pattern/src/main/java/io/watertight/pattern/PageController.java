package io.watertight.pattern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Controller;

/** Returns pages for people. Empty or blank form fields arrive as {@code null}, other text without surrounding spaces. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Controller
public @interface PageController {

    /** The name of the bean, as in {@link Controller#value()}. */
    @AliasFor(annotation = Controller.class)
    String value() default "";
}
