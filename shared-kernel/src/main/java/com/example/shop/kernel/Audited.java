package com.example.shop.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command inside of a module that leaves an entry in the audit trail, as the commands of a module's exported
 * services do without it. The method is one of a bean and has a transaction, with which the entry stands or falls.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {}
