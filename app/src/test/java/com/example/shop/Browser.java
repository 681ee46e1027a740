package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser, without a window. What it shows can be kept as a picture. */
final class Browser {

    /** Kept as an artefact of the build. */
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    static final Dimension DESK = new Dimension(1280, 1000);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration GLANCES = Duration.ofMillis(50);
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private final String shop;
    private final TestAccounts accounts;
    private final ChromeDriver driver;

    /** As one that nobody has used, whatever was done with this driver before. */
    Browser(ChromeDriver driver, int port, TestAccounts accounts) {
        this.shop = "http://localhost:" + port;
        this.accounts = accounts;
        this.driver = driver;
        Set<String> used = driver.getWindowHandles();
        String tab = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        used.forEach(it -> driver.switchTo().window(it).close());
        driver.switchTo().window(tab);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().window().setSize(DESK);
    }

    static ChromeDriver start(boolean scripts) {
        ChromeOptions options = new ChromeOptions();
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        options.setBinary(InstalledBrowser.browser().orElseThrow().toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, Level.ALL.getName()));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(InstalledBrowser.driver().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    void open(String path) {
        driver.get(shop + path);
    }

    void signIn(String account) {
        open("/login");
        type("#username", account);
        type("#password", accounts.passwordOf(account));
        click("main form button");
        see(".who");
    }

    /** Forgets who has signed in. */
    void forget() {
        driver.manage().deleteAllCookies();
    }

    /** With the same cookies, and back again. */
    void inAnotherTab(Runnable work) {
        String here = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        work.run();
        driver.close();
        driver.switchTo().window(here);
    }

    /** Has the network fail for every request, or work again. */
    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Waits until it is there, and {@return it}. */
    WebElement see(String css) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /** Waits until the text is somewhere in there. */
    void see(String css, String text) {
        waiting()
                .withMessage(() -> "Expected '%s' in %s, but there was: %s".formatted(text, css, textOf("body")))
                .until(_ -> textOf(css).contains(text));
    }

    /** Waits until there is none. */
    void miss(String css) {
        waiting().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(css), 0));
    }

    void click(String css) {
        settle();
        waiting().until(_ -> {
            try {
                driver.findElement(By.cssSelector(css)).click();
                return true;
            } catch (StaleElementReferenceException e) {
                // Replaced at this very moment.
                return false;
            }
        });
    }

    /** Waits until what came last is ready for use, which takes some milliseconds, fewer than anybody needs for a move. */
    void settle() {
        miss(".htmx-added");
    }

    void agree() {
        waiting().until(ExpectedConditions.alertIsPresent()).accept();
    }

    void type(String css, String text) {
        WebElement field = see(css);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    String focused() {
        return String.valueOf(
                driver.executeScript("return document.activeElement.className + ' ' + document.activeElement.id"));
    }

    /** Whether the tab remembers something whose name begins like this. */
    boolean remembers(String name) {
        return Boolean.TRUE.equals(driver.executeScript(
                "return Object.keys(sessionStorage).some(it => it.startsWith(arguments[0]))", name));
    }

    /** Has the tab remember it. */
    void remember(String name, String value) {
        driver.executeScript("sessionStorage.setItem(arguments[0], arguments[1])", name, value);
    }

    /** Waits until the keyboard's focus is there, or within. */
    void seeFocusIn(String css) {
        waiting()
                .withMessage(() -> "Expected the focus in %s, but it is on: %s"
                        .formatted(css, driver.switchTo().activeElement().getDomProperty("outerHTML")))
                .until(_ -> driver.executeScript(
                        "return document.querySelector(arguments[0])?.contains(document.activeElement)", css));
    }

    String textOf(String css) {
        try {
            return String.join(
                    "\n",
                    driver.findElements(By.cssSelector(css)).stream()
                            .map(WebElement::getText)
                            .toList());
        } catch (StaleElementReferenceException e) {
            return "";
        }
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl()).substring(shop.length());
    }

    void resize(Dimension size) {
        driver.manage().window().setSize(size);
        waiting()
                .until(_ -> Objects.equals(
                        driver.executeScript("return document.documentElement.clientWidth"), (long) size.width));
    }

    /** As the page would be printed, or as a screen shows it. */
    void printed(boolean printed) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
    }

    /** Whether any of them is to be seen. */
    boolean shows(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** As if the shop were far away: every request takes at least so long. */
    void slow(Duration latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latency.toMillis(),
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1));
    }

    /** Whether one would have to scroll sideways to see all of it. */
    boolean cutsOff(String css) {
        return Boolean.TRUE.equals(driver.executeScript("""
                const place = arguments[0].getBoundingClientRect();
                return place.left < 0 || place.right > document.documentElement.clientWidth""", see(css)));
    }

    /** Whether the page or one of its tables is wider than the window, so that one would have to scroll sideways to read it. */
    boolean overflows() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return [document.documentElement, ...document.querySelectorAll('main .scroll:has(> table)')]"
                        + ".some(it => it.scrollWidth > it.clientWidth)"));
    }

    /** As a script of the page sends it, and {@return the status of the answer} */
    long post(String path) {
        return (Long) Objects.requireNonNull(driver.executeAsyncScript(
                "fetch(arguments[0], {method: 'POST'}).then(answer => arguments[1](answer.status))", path));
    }

    Path screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What axe-core finds wrong for people who see, hear or move less than others. */
    @SuppressWarnings("deprecation")
    List<String> barriers() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // In the page itself, because it has no frames: otherwise each look opens a window and closes it.
        return new AxeBuilder()
                .setLegacyMode(true).withOptions(options).analyze(driver).getViolations().stream()
                        .filter(it -> SERIOUS.contains(it.getImpact()))
                        .map(Browser::describe)
                        .toList();
    }

    /** What the browser complained of, such as a script that it was told not to run. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(it -> it.getLevel().intValue() >= Level.WARNING.intValue())
                .map(it -> it.getMessage())
                // That an answer was an error is the test's own affair.
                .filter(it -> !it.contains("Failed to load resource") && !it.contains("Response Status Error Code"))
                // So is a search that the next one has overtaken; where the shop did not answer, htmx says that, too.
                .filter(it -> !it.contains("htmx:sendAbort") && !it.contains("htmx:afterRequest"))
                .toList();
    }

    private static String describe(Rule rule) {
        return "%s: %s %s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .map(it -> it.getHtml())
                                .limit(3)
                                .toList());
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE, GLANCES);
    }

    void assertThatNothingIsWrong(String where) {
        assertThat(barriers()).as("barriers on %s", where).isEmpty();
        assertThat(complaints()).as("complaints of the browser on %s", where).isEmpty();
    }
}
