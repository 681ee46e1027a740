package io.watertight.guard.code;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Spring Boot's configuration files among the sources of production code, profiles included. */
public final class Settings {

    private static final Pattern FILLED_BY_MAVEN = Pattern.compile("@([\\w.-]+)@");
    /** The name of what stands for a file that is no YAML; its value says why. */
    public static final String UNREADABLE = "<unreadable>";
    /** Of the production sources, or beside all sources where a deployment keeps them. */
    static final String FILES =
            "((.*/)?src/main/resources/|(?!(.*/)?src/))(.*/)?(application|bootstrap)(-[^/]*)?\\.(properties|ya?ml)";

    private Settings() {}

    public static List<Setting> read(List<Path> files) {
        List<Setting> settings = new ArrayList<>();
        files.forEach(it -> read(it, settings));
        return settings;
    }

    private static void read(Path file, List<Setting> settings) {
        String text = Project.text(file);
        if (file.toString().endsWith(".properties")) {
            Properties properties = new Properties();
            FileTree.io(() -> {
                properties.load(new StringReader(text));
                return properties;
            });
            flatten(file, text, "", new TreeMap<>(properties), settings);
            return;
        }
        try {
            String filled = FILLED_BY_MAVEN.matcher(text).replaceAll("$1");
            for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(filled)) {
                flatten(file, text, "", document, settings);
            }
        } catch (YAMLException e) {
            settings.add(new Setting(file, UNREADABLE, String.valueOf(e.getMessage()), 1));
        }
    }

    private static void flatten(Path file, String text, String prefix, Object value, List<Setting> settings) {
        switch (value) {
            case null -> {} // An empty document says nothing.
            case Map<?, ?> map ->
                map.forEach(
                        (key, inner) -> flatten(file, text, prefix + key + ".", inner == null ? "" : inner, settings));
            case List<?> list -> list.forEach(it -> flatten(file, text, prefix, it == null ? "" : it, settings));
            default -> add(file, text, prefix.replaceFirst("\\.$", ""), value.toString(), settings);
        }
    }

    private static void add(Path file, String text, String name, String value, List<Setting> settings) {
        settings.add(new Setting(file, canonical(name), value, Project.lineOf(text, name.replaceFirst(".*\\.", ""))));
    }

    /** Spring Boot reads {@code defaultSchema}, {@code default_schema}, {@code DEFAULT-SCHEMA} and list elements as one. */
    private static String canonical(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .replaceFirst("\\[\\d+]$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** One setting; its name is in lower case, its words parted by dashes. */
    public record Setting(Path file, String name, String value, int line) {

        public String inWords() {
            return "%s is set to '%s'.".formatted(name, value);
        }
    }
}
