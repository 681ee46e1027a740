package com.example.shop;

import io.watertight.testing.ActingAs;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.context.annotation.Import;

/** Stands in for the application, so that the module runs without it. */
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
@Import(ActingAs.class)
class ModuleTestApplication {}
