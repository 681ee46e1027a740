package io.watertight.security.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reveals new passwords once: in a file that only its owner can read, or in the log at the end of the start, where they stand
 * out.
 */
class PasswordNotice implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordNotice.class);

    private final @Nullable Path file;
    private final Map<String, String> unannounced = new LinkedHashMap<>();

    PasswordNotice(@Nullable Path file) {
        this.file = file;
    }

    /** Adds to what the file says of other accounts. */
    void tell(Map<String, String> passwords) {
        if (file == null) {
            unannounced.putAll(passwords);
            return;
        }
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            String others = Files.exists(file) ? linesOfOthers(file, passwords.keySet()) : "";
            // A temporary file is readable by its owner only.
            Path fresh = Files.createTempFile(folder, "passwords", null);
            try {
                Files.writeString(fresh, others + lines(passwords, "%s=%s%n"));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            LOG.info("Local accounts were created. Their passwords are in {}", file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tellInTheLog() {
        if (!unannounced.isEmpty()) {
            LOG.info(
                    "Local accounts were created. Their passwords are shown only once:{}",
                    lines(unannounced, "%n    %-10s %s"));
            unannounced.clear();
        }
    }

    /** Also after a failed start, because the accounts exist by then. */
    @Override
    public void destroy() {
        tellInTheLog();
    }

    private static String linesOfOthers(Path file, Set<String> accounts) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(it -> !accounts.contains(it.split("=", 2)[0]))
                .map("%s%n"::formatted)
                .collect(Collectors.joining());
    }

    private static String lines(Map<String, String> passwords, String format) {
        StringBuilder lines = new StringBuilder();
        passwords.forEach((name, password) -> lines.append(format.formatted(name, password)));
        return lines.toString();
    }
}
