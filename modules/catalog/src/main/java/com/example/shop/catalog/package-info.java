/** What the shop sells: products, their prices, their stock, and the reservations that orders hold on it. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package com.example.shop.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
