package com.example.shop;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives a browser to each test that asks for one, and at its end keeps a picture of what was to be seen last. Tests share its
 * process, and nothing that it remembers.
 */
class OpenBrowser implements ParameterResolver, AfterEachCallback {

    private static final Namespace BROWSERS = Namespace.create(OpenBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(BROWSERS).computeIfAbsent(Browser.class, _ -> open(test), Browser.class);
    }

    private static Browser open(ExtensionContext test) {
        ApplicationContext shop = SpringExtension.getApplicationContext(test);
        boolean scripts =
                test.getRequiredTestClass().getAnnotation(BrowserTest.class).scripts();
        Running running = test.getRoot()
                .getStore(BROWSERS)
                .computeIfAbsent(scripts, _ -> new Running(Browser.start(scripts)), Running.class);
        return new Browser(
                running.driver(),
                shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                shop.getBean(TestAccounts.class));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(BROWSERS).remove(Browser.class, Browser.class);
        if (browser != null) {
            browser.screenshot(test.getRequiredTestMethod().getName());
        }
    }

    /** Ends with the run. */
    private record Running(ChromeDriver driver) implements AutoCloseable {

        @Override
        public void close() {
            driver.quit();
        }
    }
}
