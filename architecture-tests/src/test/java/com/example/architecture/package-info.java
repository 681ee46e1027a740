/** What keeps the modules modules. */
@NullMarked
package com.example.architecture;

import org.jspecify.annotations.NullMarked;
