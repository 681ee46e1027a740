/** Entities and repositories. */
@NullMarked
package com.example.architecture.rules.data;

import org.jspecify.annotations.NullMarked;
