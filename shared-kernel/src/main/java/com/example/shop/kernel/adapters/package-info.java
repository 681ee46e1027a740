/** What stores, writes, prints and checks the kernel's value types, so that these need no library. */
@NullMarked
package com.example.shop.kernel.adapters;

import org.jspecify.annotations.NullMarked;
