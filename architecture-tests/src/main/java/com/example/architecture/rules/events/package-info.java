/** Events, their registry, and services of others. */
@NullMarked
package com.example.architecture.rules.events;

import org.jspecify.annotations.NullMarked;
