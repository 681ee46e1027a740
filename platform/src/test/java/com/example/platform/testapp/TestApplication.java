package com.example.platform.testapp;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Started by {@link PlatformTest}. */
@SpringBootApplication
public class TestApplication {}
