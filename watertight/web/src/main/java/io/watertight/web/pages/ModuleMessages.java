package io.watertight.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Finds the texts of each module, {@code messages/<module>.properties}: Spring Boot's {@code spring.messages.basename} accepts
 * no pattern and would have to name every module.
 */
final class ModuleMessages {

    private static final String LOCATION = "classpath*:messages/*.properties";

    /** An underscore precedes a language; module names contain none. */
    private static final Pattern BASE = Pattern.compile("([a-z][a-z0-9-]*)\\.properties");

    private ModuleMessages() {}

    /** {@return the base names of all bundles, sorted} */
    static List<String> baseNames(ResourcePatternResolver resources) {
        try {
            return Arrays.stream(resources.getResources(LOCATION))
                    .map(Resource::getFilename)
                    .map(it -> BASE.matcher(String.valueOf(it)))
                    .filter(Matcher::matches)
                    .map(it -> "messages/" + it.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
