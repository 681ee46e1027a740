package io.watertight.security.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells new passwords, once: in the log, or to a file that only its owner can read. */
class PasswordNotice {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordNotice.class);

    private final @Nullable Path file;

    PasswordNotice(@Nullable Path file) {
        this.file = file;
    }

    /**
     * @param passwords by the name of the account
     */
    void tell(Map<String, String> passwords) {
        if (file == null) {
            LOG.info(
                    "Local accounts were created. Their passwords are shown this once:{}",
                    lines(passwords, "%n    %-10s %s"));
            return;
        }
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.deleteIfExists(file);
            Files.createFile(file, forItsOwner());
            Files.writeString(file, lines(passwords, "%s=%s%n"), StandardOpenOption.WRITE);
            LOG.info("Local accounts were created. Their passwords stand in {}", file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
