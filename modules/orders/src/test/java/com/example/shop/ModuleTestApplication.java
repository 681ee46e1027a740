package com.example.shop;

import com.example.testsupport.ActingAs;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Stands in for the application, so that the module runs without it. */
@SpringBootApplication
@Import(ActingAs.class)
class ModuleTestApplication {}
