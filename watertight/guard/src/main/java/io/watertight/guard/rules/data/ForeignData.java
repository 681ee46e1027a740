package io.watertight.guard.rules.data;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows entities and repositories to wherever they are used: by type, by the name of a bean, by the name of a class. */
final class ForeignData {

    static final String WHY =
            "Data that two modules write has no owner: neither can hold its rules, or change without the other.";

    private static final Pattern EXPRESSION = Pattern.compile("#\\{|@\\w|\\bT\\(|#\\w");

    private static final Pattern BEAN_OF_PAGE = Pattern.compile("@(\\w+)\\.");

    private static final Pattern WRITES =
            Pattern.compile("(save|delete|insert|update|remove|persist|merge|set|add|clear|put|flush)\\w*|<init>");

    private ForeignData() {}

    static void examine(CodeBase code, Findings findings) {
        code.types().forEach(user -> {
            findings.examined(user);
            examine(code, user, findings);
        });
        examineTemplates(code, findings);
        code.persistence().repositories().forEach(it -> examineStored(code, it, findings));
    }

    /** Also for the rule on tests, which is about the same data. */
    static void examine(CodeBase code, CodeType user, Findings findings) {
        Map<AppModule, Lines> writes = new LinkedHashMap<>();
        Map<AppModule, Lines> reads = new LinkedHashMap<>();
        Map<AppModule, Lines> mentions = new LinkedHashMap<>();
        for (Call call : user.calls()) {
            foreignOwner(code, user, call.owner().getName())
                    .map(it -> lines(WRITES.matcher(call.name()).matches() ? writes : reads, it))
                    .ifPresent(it -> it.add(
                            "%s.%s"
                                    .formatted(
                                            Lines.simple(call.owner().getName()),
                                            call.name().replace("<init>", "new")),
                            call.member(),
                            call.line()));
        }
        for (Use use : user.uses()) {
            foreignOwner(code, user, use.type())
                    .ifPresent(it -> lines(mentions, it).add(kind(code, use.type()), use.member(), use.line()));
        }
        if (!user.isTest() || user.owner() != null) {
            byName(code, user, mentions);
        }
        Stream.of(writes, reads, mentions)
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .forEach(owner -> report(
                        code,
                        user,
                        owner,
                        lines(writes, owner)
                                .orElse(lines(reads, owner).orElse(lines(mentions, owner))),
                        !lines(writes, owner).things().isEmpty(),
                        findings));
    }

    private static Lines lines(Map<AppModule, Lines> all, AppModule owner) {
        return all.computeIfAbsent(owner, _ -> new Lines());
    }

    private static String kind(CodeBase code, String type) {
        return "the %s %s".formatted(code.persistence().isEntity(type) ? "entity" : "repository", Lines.simple(type));
    }

    /** Beans bear the names of their classes, and those of classes can be written down: alone, or in an expression. */
    private static void byName(CodeBase code, CodeType user, Map<AppModule, Lines> mentions) {
        user.texts().forEach(text -> {
            boolean expression = text.annotation() != null
                    && !text.value().startsWith("${")
                    && EXPRESSION.matcher(text.value()).find();
            named(code, expression ? words(text.value()) : Stream.of(text.value()))
                    .filter(it -> expression || code.persistence().isData(it.name()))
                    .filter(it -> it.isInBusiness() && !user.isOwnedBy(it.owner()))
                    .findFirst()
                    .ifPresent(it -> lines(mentions, it.module())
                            .add(
                                    "%s by its name, \"%s\"".formatted(it.simpleName(), text.value()),
                                    text.member(),
                                    text.line()));
        });
    }

    private static Stream<String> words(String expression) {
        return Stream.of(expression.replaceAll("'[^']*'", "").split("[^\\w.$]+"))
                .flatMap(it -> Stream.of(it, it.replaceFirst("\\..*", "")));
    }

    private static Stream<CodeType> named(CodeBase code, Stream<String> words) {
        return words.flatMap(it -> Stream.ofNullable(code.names().get(it)));
    }

    /** Whoever writes a page can ask a bean in it. */
    private static void examineTemplates(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null) {
            return;
        }
        for (Path file : project.files()) {
            if (project.path(file).contains("src/main/resources/templates/")) {
                BEAN_OF_PAGE
                        .matcher(Project.text(file))
                        .results()
                        .forEach(it -> named(code, Stream.of(it.group(1)))
                                .filter(found -> code.persistence().isData(found.name()))
                                .forEach(found -> findings.add(
                                        findings.at(file, Project.lineOf(Project.text(file), it.group())),
                                        found.name(),
                                        "The page asks %s of %s.".formatted(found.simpleName(), found.place()),
                                        WHY,
                                        "Let the controller put into the model what the page shows.")));
            }
        }
    }

    private static Optional<AppModule> foreignOwner(CodeBase code, CodeType user, String type) {
        return !code.persistence().isData(type)
                ? Optional.empty()
                : code.find(type).map(CodeType::owner).filter(it -> !it.shared() && !user.isOwnedBy(it));
    }

    private static void report(
            CodeBase code, CodeType user, AppModule owner, Lines lines, boolean writes, Findings findings) {
        findings.add(
                findings.at(user, lines.member(), lines.first()),
                lines,
                "%s uses %s of module '%s'%s.".formatted(user.inWords(), lines.things(), owner.name(), lines.others()),
                WHY,
                Advice.ask(code, owner, lines.things().replaceFirst("^the \\w+ ", ""), writes));
    }

    /** Whoever has a repository for a type makes a table of it, whatever its module meant it for. */
    private static void examineStored(CodeBase code, CodeType repository, Findings findings) {
        code.persistence()
                .storedBy(repository)
                .flatMap(code::find)
                .filter(it -> it.owner() != null
                        && !it.isOwnedBy(repository.owner())
                        && !code.persistence().isEntity(it.name()))
                .ifPresent(it -> findings.add(
                        findings.at(repository),
                        it.name(),
                        "The repository %s stores %s of %s."
                                .formatted(repository.inWords(), it.simpleName(), it.place()),
                        "A module stores its own entities only; anything else is another module's data, or nobody's.",
                        "Give the module an entity of its own, package-private, and a table of its own."));
    }
}
