package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page below docs/ that is made from the running shop and committed, so that a change of it comes before the reviewers'
 * eyes. With {@code -Dcontract=write} a run writes it instead of comparing it.
 */
record CommittedFile(Path path) {

    static CommittedFile named(String name) {
        return new CommittedFile(Path.of("../docs").resolve(name));
    }

    void assertIs(String actual) {
        assertThat(contentFrom(actual, "write"))
                .as(
                        "docs/%s is not what the shop does. If the change is meant: ./mvnw verify -Dcontract=write",
                        path.getFileName())
                .isEqualTo(actual);
    }

    /** {@return what was written at the last release, which is the actual content if this run writes that of a release} */
    String ofLastRelease(String actual) {
        return contentFrom(actual, "release");
    }

    private String contentFrom(String actual, String occasion) {
        try {
            if (occasion.equals(System.getProperty("contract"))) {
                Files.writeString(path, actual);
            }
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
