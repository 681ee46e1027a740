package io.watertight.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that adds an entry to the audit trail when it has changed something: who called it, with which arguments, and what
 * it changed. Called within another command, or as a part of a {@link CurrentCommand}, it adds none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Audited {

    /**
     * Where to find the key of what is changed: the name of an argument, or {@code result}, followed by components of records,
     * as in {@code number}, {@code customer.number} or {@code result.id}. A collection adds an entry for each of its keys, and
     * is omitted from the recorded arguments.
     */
    String subject();
}
