/** SQL in code and in migrations. */
@NullMarked
package com.example.architecture.rules.sql;

import org.jspecify.annotations.NullMarked;
