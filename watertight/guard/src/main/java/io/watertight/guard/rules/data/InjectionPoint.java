package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaType;

/**
 * A place that the container fills.
 *
 * @param member by the name that the class file gives it
 * @param words what it is, as source code would call it
 */
record InjectionPoint(JavaType type, String member, String words) {}
