package com.example.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stands in for the application, so that the module runs without it. */
@SpringBootApplication
class ModuleTestApplication {}
