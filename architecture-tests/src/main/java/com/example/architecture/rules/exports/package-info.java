/** What modules export. */
@NullMarked
package com.example.architecture.rules.exports;

import org.jspecify.annotations.NullMarked;
