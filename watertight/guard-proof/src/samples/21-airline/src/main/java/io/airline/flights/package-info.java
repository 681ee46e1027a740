@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.airline.flights;
