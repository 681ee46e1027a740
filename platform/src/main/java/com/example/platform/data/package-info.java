/** The database: conversions, and clear words when it cannot be reached. */
@NullMarked
package com.example.platform.data;

import org.jspecify.annotations.NullMarked;
