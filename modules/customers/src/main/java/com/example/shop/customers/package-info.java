/** Who buys from the shop: customers, their addresses, and whether they can order. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package com.example.shop.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
