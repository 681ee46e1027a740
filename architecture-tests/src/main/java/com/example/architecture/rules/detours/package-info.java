/** Ways around a name. */
@NullMarked
package com.example.architecture.rules.detours;

import org.jspecify.annotations.NullMarked;
