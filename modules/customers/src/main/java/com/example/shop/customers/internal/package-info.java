/** How customers are kept; nobody outside can name anything in here. */
@NullMarked
package com.example.shop.customers.internal;

import org.jspecify.annotations.NullMarked;
