package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.References.Use;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows entities and repositories to wherever they are used: by type, by the name of a bean, by the name of a class. */
final class ForeignData {

    private static final Pattern EXPRESSION = Pattern.compile("#\\{|@\\w|\\bT\\(|#\\w");
    private static final Pattern BEAN_OF_PAGE = Pattern.compile("@(\\w+)\\.");
    private static final Pattern WRITES =
            Pattern.compile("(save|delete|insert|update|remove|persist|merge|set|add|clear|put|flush)\\w*|<init>");

    void examine(CodeBase code, Findings findings) {
        code.types().forEach(user -> {
            findings.examined(user);
            examine(code, user, findings);
        });
        examineTemplates(code, findings);
    }

    /** Also for the rule on tests, which is about the same data. */
    static void examine(CodeBase code, CodeType user, Findings findings) {
        Map<AppModule, Lines> writes = new LinkedHashMap<>();
        Map<AppModule, Lines> reads = new LinkedHashMap<>();
        Map<AppModule, Lines> mentions = new LinkedHashMap<>();
        for (Call call : user.calls()) {
            var thing = Lines.simple(call.owner().getName()) + "." + call.name().replace("<init>", "new");
            foreignOwner(code, user, call.owner().getName())
                    .map(it -> Lines.of(WRITES.matcher(call.name()).matches() ? writes : reads, it))
                    .ifPresent(it -> it.add(thing, call.member(), call.line()));
        }
        for (Use use : user.uses()) {
            boolean repository =
                    code.persistence().isData(use.type()) && !code.persistence().isEntity(use.type());
            String thing = (repository ? "the repository " : "the entity ") + Lines.simple(use.type());
            foreignOwner(code, user, use.type())
                    .ifPresent(it -> Lines.of(mentions, it).add(thing, use.member(), use.line()));
        }
        if (!user.isTest() || user.owner() != null) {
            byName(code, user, mentions);
        }
        Stream.of(writes, reads, mentions)
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .toList()
                .forEach(owner -> {
                    boolean written = writes.containsKey(owner);
                    var lines = Lines.of(writes, owner)
                            .orElse(Lines.of(reads, owner).orElse(Lines.of(mentions, owner)));
                    String about = lines.things().replaceFirst("^the \\w+ ", "");
                    findings.add(
                            user,
                            lines,
                            "%s uses %s of module '%s'%s."
                                    .formatted(user.inWords(), lines.things(), owner.name(), lines.others()),
                            Advice.ask(code, owner, about, written));
                });
    }

    private static Optional<AppModule> foreignOwner(CodeBase code, CodeType user, String type) {
        return code.find(type)
                .filter(_ -> code.persistence().isData(type))
                .filter(it -> it.isInBusiness() && !user.isOwnedBy(it.owner()))
                // A base of repositories leaves it to those that extend it what they store.
                .filter(it -> !user.java().isInterface()
                        || !user.java().isAssignableTo(type)
                        || code.persistence().storedBy(it).isPresent())
                .map(CodeType::module);
    }

    /** Beans are named after their classes, and a text can contain either name: alone, or in an expression. */
    private static void byName(CodeBase code, CodeType user, Map<AppModule, Lines> mentions) {
        user.texts().forEach(text -> {
            boolean expression = text.annotation() != null
                    && !text.value().startsWith("${")
                    && EXPRESSION.matcher(text.value()).find();
            (expression ? words(text.value()) : Stream.of(text.value()))
                    .flatMap(it -> code.persistence().named(it).stream())
                    .filter(it -> code.persistence().isData(it.name()) || (expression && !it.isExported()))
                    .filter(it -> it.isInBusiness() && !user.isOwnedBy(it.owner()))
                    .findFirst()
                    .ifPresent(it -> Lines.of(mentions, it.module())
                            .add(
                                    "%s by its name, \"%s\"".formatted(it.simpleName(), text.value()),
                                    text.member(),
                                    text.line()));
        });
    }

    private static Stream<String> words(String expression) {
        return Stream.of(expression.replaceAll("'[^']*'|#\\w[\\w.]*", "").split("[^\\w.$]+"))
                .flatMap(it -> Stream.of(it, it.replaceFirst("\\..*", "")));
    }

    /** Thymeleaf lets a page call any bean. */
    private static void examineTemplates(CodeBase code, Findings findings) {
        for (Path file : code.files("(.*/)?src/main/resources/templates/.*")) {
            String page = Project.text(file);
            BEAN_OF_PAGE
                    .matcher(page)
                    .results()
                    .forEach(name -> code.persistence().named(name.group(1)).stream()
                            .filter(it -> code.persistence().isData(it.name()))
                            .forEach(it -> findings.add(
                                    findings.at(file, Project.lineOf(page, name.group())),
                                    it.name(),
                                    "The page calls %s of %s.".formatted(it.simpleName(), it.place()),
                                    "Let the controller put into the model what the page shows.")));
        }
    }
}
