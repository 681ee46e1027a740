package io.watertight.pattern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * Reacts to another module's event after that module's transaction has committed: on another thread, in a transaction of its
 * own, and again after a failure. So it may receive an event twice, and must have no further effect the second time.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ApplicationModuleListener
public @interface ModuleListener {

    /**
     * The listener's name in the event registry, such as {@code orders.cancel-orders-of-deactivated-customer}. If it changes,
     * events that wait under the old name find no listener; they stay in the registry as failed.
     */
    @AliasFor(annotation = ApplicationModuleListener.class)
    String id();
}
