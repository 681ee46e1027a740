/** How orders work; nobody outside can name anything in here. */
@NullMarked
package com.example.shop.orders.internal;

import org.jspecify.annotations.NullMarked;
