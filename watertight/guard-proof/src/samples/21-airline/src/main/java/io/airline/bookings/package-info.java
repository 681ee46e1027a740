@org.springframework.modulith.ApplicationModule(allowedDependencies = "flights")
package io.airline.bookings;
