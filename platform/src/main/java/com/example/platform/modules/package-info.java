/** The living map: the modules as they were meant, and what was seen of them. */
@NullMarked
package com.example.platform.modules;

import org.jspecify.annotations.NullMarked;
