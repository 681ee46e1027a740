package io.watertight.pattern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Implements an exported service. Arguments are validated against the constraints of the interface. Methods are read-only, in
 * the caller's transaction or in a new one; commands declare {@link Transactional} themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Validated
@Transactional(readOnly = true)
public @interface ModuleService {

    /** The name of the bean, as in {@link Service#value()}. */
    @AliasFor(annotation = Service.class)
    String value() default "";
}
