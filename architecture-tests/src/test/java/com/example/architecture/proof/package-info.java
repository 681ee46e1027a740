/** The proof that the rules bite: real sources that break them, and real sources that only look as if they did. */
@NullMarked
package com.example.architecture.proof;

import org.jspecify.annotations.NullMarked;
