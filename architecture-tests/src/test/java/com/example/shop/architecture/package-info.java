/** Runs the guard on this shop. */
@NullMarked
package com.example.shop.architecture;

import org.jspecify.annotations.NullMarked;
