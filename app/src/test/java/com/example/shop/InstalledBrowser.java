package com.example.shop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what needs a browser where none is installed, and says so. */
class InstalledBrowser implements ExecutionCondition {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");
    private static final List<String> ELSEWHERE = List.of(
            "/usr/lib/chromium",
            "/usr/lib/chromium-browser",
            "/Applications/Google Chrome.app/Contents/MacOS",
            "C:\\Program Files\\Google\\Chrome\\Application");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (browser().isPresent() && driver().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a browser with its driver");
        }
        String missing = browser().isPresent() ? "chromedriver" : "Chromium or Chrome";
        System.out.printf("SKIPPED because %s is missing: %s%n", missing, context.getDisplayName());
        return ConditionEvaluationResult.disabled(
                "There is no %s on this machine (Debian: apt install chromium chromium-driver)".formatted(missing));
    }

    static Optional<Path> browser() {
        return find(BROWSERS, "Google Chrome");
    }

    static Optional<Path> driver() {
        return find(DRIVERS, "chromedriver");
    }

    private static Optional<Path> find(List<String> names, String macName) {
        Stream<String> folders =
                Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), ELSEWHERE.stream());
        return folders.flatMap(folder -> Stream.concat(names.stream(), Stream.of(macName))
                        .flatMap(name -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe"))))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
