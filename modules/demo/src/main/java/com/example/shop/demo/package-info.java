/** A few products, customers and orders of a real retailer, for a first look; remove it with ./wt remove-module. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "catalog", "customers", "orders"})
package com.example.shop.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
