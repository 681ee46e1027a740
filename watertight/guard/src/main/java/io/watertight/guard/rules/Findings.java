package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Settings.Setting;
import io.watertight.guard.rules.Finding.Place;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** What one rule has looked at, and what it found. */
public final class Findings {

    private final CodeBase code;
    private final Rule rule;
    private final Set<String> subjects = new TreeSet<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    public Findings(CodeBase code, Rule rule) {
        this.code = code;
        this.rule = rule;
    }

    /** Records that this was examined, whatever the result. */
    public void examined(Object subject) {
        subjects.add(subject.toString());
    }

    /** Records what is wrong, with the advice of the rule's page; the same thing at the same member counts once. */
    void add(Place place, String target, String what) {
        add(place, target, what, rule.page().fix());
    }

    /** The same with advice that fits this very place. */
    public void add(Place place, String target, String what, String instead) {
        add(place, List.of(part(place.member(), target)), what, instead);
    }

    /** The same at the declaration of a class. */
    void add(CodeType type, String target, String what, String instead) {
        add(at(type), target, what, instead);
    }

    /** Records several things that are wrong in a class for one reason, if there are any. */
    void add(CodeType user, Lines lines, String what, String instead) {
        if (!lines.isEmpty()) {
            add(at(user, lines.member(), lines.first()), lines.parts(), what, instead);
        }
    }

    void add(CodeType user, Lines lines, String what) {
        add(user, lines, what, rule.page().fix());
    }

    /** What is wrong with a file, or another object without members: it is told apart from others by what is said of it. */
    void add(Place place, String what) {
        add(place, what, what);
    }

    public void report(Place place, String what, String instead) {
        add(place, what, what, instead);
    }

    /** The same of a file, or of another object by its name. */
    public void report(String file, String what, String instead) {
        report(at(file, 0), what, instead);
    }

    /** Records what a class or one of its members does. */
    void says(CodeType type, String member, String what) {
        add(at(type, member, 0), what, "%s %s.".formatted(type.inWords(member), what));
    }

    /** Records a setting as it is written. */
    void add(Setting setting) {
        add(at(setting.file(), setting.line()), setting.name(), setting.inWords());
    }

    private void add(Place place, List<String> parts, String what, String instead) {
        Finding finding = new Finding(
                rule.id(), rule.level(), place, parts, what, rule.page().why(), instead);
        // Of several that are one, always the same: the order of a class's members is not the same in every run.
        findings.merge(String.join("\n", finding.keys()), finding, BinaryOperator.minBy(Comparator.naturalOrder()));
    }

    static String part(String member, String target) {
        return "%s -> %s".formatted(member.isEmpty() || member.startsWith("<") ? "" : "#" + member, target);
    }

    /** The declaration of a class. */
    public Place at(CodeType type) {
        return new Place(code.path(type), type.source().lineOf(type), type.name(), "");
    }

    /** A line of a class; its declaration where none is known. */
    public Place at(CodeType type, String member, int line) {
        return new Place(
                code.path(type),
                line > 0 ? line : type.source().lineOf(type, member),
                type.name(),
                member.startsWith("<") ? "" : member);
    }

    public Place at(Path file, int line) {
        return at(code.path(file), line);
    }

    public Place at(String file, int line) {
        return new Place(file, line, file, "");
    }

    public List<String> subjects() {
        return List.copyOf(subjects);
    }

    public List<Finding> all() {
        return findings.values().stream().sorted().toList();
    }
}
