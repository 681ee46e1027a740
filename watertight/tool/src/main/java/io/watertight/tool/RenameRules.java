package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a project's name stands in texts, and what stands there afterwards. The name is often a word of everyday language,
 * so it is replaced where its form or its place shows that it is a name, and prose is left alone.
 */
final class RenameRules {

    private record Rule(Predicate<String> files, Pattern pattern, String replacement) {}

    private static final Pattern COMMENT_LINE = Pattern.compile("^\\s*(#|//|<!--).*");

    private final List<Rule> everywhere = new ArrayList<>();
    private final Pattern word;
    private final String newWord;
    private final String snakeWord;

    RenameRules(Identity old, Identity now) {
        Words from = old.words();
        Words to = now.words();
        rule(path -> true, Pattern.quote(old.group()) + "(?![\\w-])", now.group());
        rule(path -> true, Pattern.quote(old.packagePath()) + "(?![\\w-])", now.packagePath());
        rule(path -> true, "\\b" + from.upperSnake() + "_(?=[A-Z])", to.upperSnake() + "_");
        rule(path -> true, "\\b" + from.snake() + "_(?=app\\b|migrator\\b|roles\\b|number\\b)", to.snake() + "_");
        rule(path -> true, "(?<![A-Z])" + from.pascal() + "(?=[A-Z]\\w)", to.pascal());
        rule(
                path -> true,
                "\\b" + from.kebab() + "(-session\\b|\\.(?:jar|conf|dump)\\b|\\.example\\.com\\b)",
                to.kebab() + "$1");
        rule(path -> true, "(?<=:\\d{4}/)" + from.snake() + "\\b", to.snake());
        rule(
                path -> true,
                "(docker compose (?:[a-z-]+ )+|kubectl -n |create namespace )" + from.kebab() + "\\b",
                "$1" + to.kebab());
        rule(path -> true, "(?<![\\w.:/-])" + from.kebab() + "\\.(?=[a-z]+-[a-z]|security\\.)", to.kebab() + ".");
        rule(path -> path.endsWith(".xml"), ">" + from.kebab() + "<", ">" + to.kebab() + "<");
        rule(path -> path.endsWith("pom.xml"), "<name>" + from.title() + "</name>", "<name>" + to.title() + "</name>");
        rule(path -> path.endsWith(".properties"), "(?m)(?<==)" + from.title() + "$", to.title());
        rule(
                path -> path.endsWith(".java"),
                "(?<=systemName = |\\.title\\()\"" + from.title() + "\"",
                "\"" + to.title() + "\"");
        rule(path -> path.equals("README.md"), "\\A# .*", "# " + to.title());
        word = Pattern.compile("(?<![\\w.])" + from.kebab() + "(?![\\w.])|(?<![\\w])" + from.snake() + "(?![\\w.])");
        newWord = to.kebab();
        snakeWord = to.snake();
    }

    String applyTo(String path, String text) {
        String renamed = text;
        for (Rule rule : everywhere) {
            if (rule.files().test(path)) {
                renamed = rule.pattern().matcher(renamed).replaceAll(rule.replacement());
            }
        }
        return isConfiguration(path) ? words(path, renamed) : renamed;
    }

    String applyToPath(String path) {
        return applyTo("", path);
    }

    private void rule(Predicate<String> files, String pattern, String replacement) {
        everywhere.add(new Rule(files, Pattern.compile(pattern), replacement));
    }

    /** Files in which a word on its own is a name, but for their comments; a workflow has words of Git and Maven, such as main. */
    private static boolean isConfiguration(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith(".github/")) {
            return false;
        }
        return name.equals("Dockerfile")
                || name.endsWith(".yml")
                || name.endsWith(".yaml")
                || name.endsWith(".sh")
                || name.endsWith(".conf")
                || name.startsWith("application");
    }

    private String words(String path, String text) {
        StringBuilder renamed = new StringBuilder();
        // A database cannot be called with dashes without quotes, everything else can.
        boolean database = path.endsWith(".sh");
        for (String line : text.split("(?<=\n)")) {
            boolean comment = COMMENT_LINE.matcher(line.stripTrailing()).matches();
            boolean sql = database || line.contains("psql");
            renamed.append(
                    comment
                            ? line
                            : word.matcher(line).replaceAll(Matcher.quoteReplacement(sql ? snakeWord : newWord)));
        }
        return renamed.toString();
    }
}
