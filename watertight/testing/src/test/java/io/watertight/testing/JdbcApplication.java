package io.watertight.testing;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The least application that has a DataSource and migrations. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class JdbcApplication {}
