/** What the rules look at: the code sources, modules, classes and migrations of one application, as they were found. */
@NullMarked
package com.example.architecture.codebase;

import org.jspecify.annotations.NullMarked;
