package io.watertight.pattern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * Reacts to another module's event, once that module's transaction has been committed: on another thread, in a transaction of
 * its own, and again if it failed. So it may see an event twice, and must do nothing more the second time.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ApplicationModuleListener
public @interface ModuleListener {

    /**
     * The name under which the registry knows the listener, as in {@code orders.cancel-orders-of-deactivated-customer}.
     * Events that wait for it are lost if it changes.
     */
    @AliasFor(annotation = ApplicationModuleListener.class)
    String id();
}
