package io.watertight.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that leaves an entry in the audit trail when it has changed something: who called it, with which arguments, and
 * what it changed. Within another command it leaves none, being part of that.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Audited {

    /**
     * Where the key of what is changed stands: an argument by its name, or {@code result}, and behind dots the components of
     * records, as in {@code number}, {@code customer.number} or {@code result.id}. A collection makes an entry for each key
     * in it, and is left out of their arguments.
     */
    String subject();
}
