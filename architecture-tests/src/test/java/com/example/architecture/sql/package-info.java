/** What the reader of SQL understands. */
@NullMarked
package com.example.architecture.sql;

import org.jspecify.annotations.NullMarked;
