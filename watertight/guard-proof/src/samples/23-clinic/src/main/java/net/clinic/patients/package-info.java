@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package net.clinic.patients;
