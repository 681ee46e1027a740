@org.springframework.modulith.ApplicationModule(allowedDependencies = "patients")
package net.clinic.appointments;
