/** What customers have ordered: orders from placing to shipping, and what was sold. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "catalog", "customers"})
package com.example.shop.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
