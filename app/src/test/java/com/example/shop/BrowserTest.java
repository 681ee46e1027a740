package com.example.shop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person with a browser before the shop with its demo data. Each test may have a {@link Browser} of its own as a parameter. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DemoShopTest
@Tag("browser")
@ExtendWith({InstalledBrowser.class, OpenBrowser.class})
@interface BrowserTest {

    /** Whether the browser executes what pages bring along. */
    boolean scripts() default true;
}
