/** What would switch a guard off. */
@NullMarked
package com.example.architecture.rules.suppression;

import org.jspecify.annotations.NullMarked;
