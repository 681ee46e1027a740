package io.watertight.guard.rules.detours;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Constants.Text;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An expression names a bean by its name and a class by a string, and Spring gives it both. */
final class ForeignExpression implements Rule {

    private static final String WHY = "An expression reaches any bean and any class by its name, and no compiler looks at it.";
    private static final String INSTEAD = "Have what is needed injected and call it in code; an expression may speak of its arguments and of settings.";

    private static final Pattern BEAN = Pattern.compile("@\\{?([a-z]\\w*)");
    private static final Pattern REACH = Pattern.compile("\\bT\\s*\\(\\s*([\\w.]+)\\s*\\)|\\bnew\\s+[A-Z\\w.]+\\s*\\(|\\.getBean|\\.class\\b|getClass\\(");
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{[^}]*(@|T\\(|#ctx|getBean|#vars|applicationContext)[^}]*}|__\\$\\{");

    private static final List<Ban> BANS = List.of(new Ban(
            "org.springframework.expression.*|org.springframework.context.expression.*|javax.script.*|groovy.lang.*|ognl.*",
            "",
            WHY,
            INSTEAD));

    @Override
    public About about() {
        return new About(
                "foreign-expression",
                RuleGroup.DETOURS,
                Level.STRICT,
                "no expression reaches a bean or a type that is not its own module's");
    }

    @Override
    public void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            Set<String> own = code.guarded()
                    .filter(it -> type.owner() != null && it.isOwnedBy(type.owner()))
                    .map(it -> decapitalized(it.java().getSimpleName()))
                    .collect(Collectors.toSet());
            type.texts().filter(it -> isExpression(it)).forEach(text -> {
                if (reaches(text.value(), own)) {
                    findings.add(
                            findings.at(type, text.member(), text.line()),
                            text.value(),
                            "%s has an expression that reaches further than its arguments: \"%s\".".formatted(type.inWords(), text.value()),
                            WHY,
                            INSTEAD);
                }
            });
        });
        Project project = code.project();
        if (project != null) {
            for (Path file : project.files()) {
                if (code.path(file).contains("src/main/resources/templates/")) {
                    template(file, findings);
                }
            }
        }
    }

    private static boolean isExpression(Text text) {
        return text.annotation() != null
                && !text.value().startsWith("${")
                && (text.value().contains("#{")
                        || (text.value().matches(".*(@\\w|\\bT\\(|#\\w).*") && !text.annotation().matches(".*\\.(Query|Pattern|Schema|Operation|Mapping|Email)")));
    }

    private static boolean reaches(String quoted, Set<String> own) {
        String text = quoted.replaceAll("'[^']*'", "''");
        Matcher bean = BEAN.matcher(text);
        while (bean.find()) {
            if (!own.contains(bean.group(1))) {
                return true;
            }
        }
        String expression = text.contains("#{") ? text.replaceFirst("(?s).*?#\\{(.*)}.*", "$1") : text;
        boolean named = text.contains("#{") && expression.matches("[a-z]\\w*\\..*") && !expression.matches("(systemProperties|environment|systemEnvironment).*")
                && !own.contains(expression.replaceFirst("\\..*", ""));
        Matcher reach = REACH.matcher(expression);
        boolean further = false;
        while (reach.find()) {
            further |= reach.group(1) == null || !reach.group(1).matches("(java\\.(time|math|util)\\.)?[\\w.]+") || !reach.group(1).startsWith("java.time") && !reach.group(1).matches("(java\\.lang\\.)?(Math|Integer|Long|String)|java\\.math\\.\\w+");
        }
        return further || named;
    }

    private static void template(Path file, Findings findings) {
        String text = Project.text(file).replaceAll("'[^'\n]*'", "''");
        Matcher matcher = TEMPLATE.matcher(text);
        if (matcher.find()) {
            findings.add(
                    findings.at(file, Project.lineOf(text, matcher.group())),
                    matcher.group(),
                    "The template %s reaches further than its model: %s".formatted(file.getFileName(), matcher.group()),
                    WHY,
                    "Let the controller put into the model what the page shows.");
        }
    }

    private static String decapitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
