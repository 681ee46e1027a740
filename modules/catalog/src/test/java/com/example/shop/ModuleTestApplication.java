package com.example.shop;

import io.watertight.testing.ActingAs;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/** Stands in for the application, so that the module runs without it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(sharedModules = "kernel")
@Import(ActingAs.class)
class ModuleTestApplication {}
