package io.watertight.proof;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Started by {@link PlatformTest}. */
@SpringBootApplication
public class TestApplication {}
