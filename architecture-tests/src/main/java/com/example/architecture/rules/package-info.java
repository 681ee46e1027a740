/** The rules, each of them built from what was found in the code base and from no name that somebody typed. */
@NullMarked
package com.example.architecture.rules;

import org.jspecify.annotations.NullMarked;
