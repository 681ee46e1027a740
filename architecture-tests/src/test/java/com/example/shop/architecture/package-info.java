/** What keeps the modules modules. */
@NullMarked
package com.example.shop.architecture;

import org.jspecify.annotations.NullMarked;
