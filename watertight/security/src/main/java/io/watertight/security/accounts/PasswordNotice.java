package io.watertight.security.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * @param passwords by the name of the account
     */
    void tell(Map<String, String> passwords) {
        if (file == null) {
            unannounced.putAll(passwords);
            return;
        }
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.deleteIfExists(file);
            Files.createFile(file, forItsOwner());
            Files.writeString(file, lines(passwords, "%s=%s%n"), StandardOpenOption.WRITE);
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

    private static String lines(Map<String, String> passwords, String format) {
        StringBuilder lines = new StringBuilder();
        passwords.forEach((name, password) -> lines.append(format.formatted(name, password)));
        return lines.toString();
    }

    private static FileAttribute<?>[] forItsOwner() {
        List<FileAttribute<?>> attributes =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        : List.of();
        return attributes.toArray(FileAttribute<?>[]::new);
    }
}
