package io.watertight.guard.codebase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Spring Boot's configuration files among the sources. */
public final class ConfigurationFiles {

    private static final Pattern NAME = Pattern.compile("(application|bootstrap)(-[^/]*)?\\.(properties|ya?ml)");

    private static final Pattern MAVEN = Pattern.compile("@([\\w.-]+)@");

    /** The name of what stands for a file that is no YAML; its value says why. */
    public static final String UNREADABLE = "<unreadable>";

    private ConfigurationFiles() {}

    /** {@return the application's files, those of its modules and profiles too; not those of tests} */
    public static List<Source> of(Codebase code) {
        return ProjectFiles.of(code).all().stream()
                .filter(it -> NAME.matcher(String.valueOf(it.getFileName())).matches())
                .filter(it -> code.path(it).contains("src/main/resources/")
                        || !code.path(it).contains("src/"))
                .map(it -> new Source(it, settings(it)))
                .toList();
    }

    private static List<Setting> settings(Path file) {
        String text = ProjectFiles.text(file);
        List<Setting> settings = new ArrayList<>();
        if (file.toString().endsWith(".properties")) {
            Properties properties = new Properties();
            try {
                properties.load(new java.io.StringReader(text));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(it ->
                            settings.add(new Setting(canonical(it), properties.getProperty(it), lineOf(text, it))));
        } else {
            try {
                // What Maven fills in, as in version: @project.version@, is no YAML before it has.
                String filled = MAVEN.matcher(text).replaceAll("$1");
                for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(filled)) {
                    flatten("", document, text, settings);
                }
            } catch (YAMLException e) {
                settings.add(new Setting(UNREADABLE, String.valueOf(e.getMessage()), 1));
            }
        }
        return settings;
    }

    private static void flatten(String prefix, Object value, String text, List<Setting> settings) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(
                    prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key,
                    Objects.requireNonNullElse(inner, ""),
                    text,
                    settings));
        } else {
            settings.add(new Setting(
                    canonical(prefix), String.valueOf(value), lineOf(text, prefix.replaceFirst(".*\\.", ""))));
        }
    }

    /** Spring Boot reads {@code defaultSchema}, {@code default_schema} and {@code DEFAULT-SCHEMA} as one. */
    private static String canonical(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(java.util.Locale.ROOT);
    }

    private static int lineOf(String text, String key) {
        List<String> lines = text.lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(it -> lines.get(it).contains(key))
                        .findFirst()
                        .orElse(0);
    }

    /** One file. */
    public record Source(Path file, List<Setting> settings) {

        public Source {
            settings = List.copyOf(settings);
        }
    }

    /**
     * One setting.
     *
     * @param name in lower case, its words parted by dashes
     */
    public record Setting(String name, String value, int line) {}
}
