package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says the same thing about one class only once, with all lines. */
final class Reporter {

    private final Codebase code;
    private final CodeClass type;
    private final Findings findings;
    private final SourceText source;
    private final Map<String, Objection> objections = new LinkedHashMap<>();
    private final Map<String, Lines> lines = new LinkedHashMap<>();

    Reporter(Codebase code, CodeClass type, Findings findings) {
        this.code = code;
        this.type = type;
        this.findings = findings;
        this.source = new SourceText(code, type);
    }

    boolean isEmpty() {
        return objections.isEmpty();
    }

    /** Takes down what is wrong with a text. */
    void add(Objection objection, SqlText text) {
        add(objection, source.lineOf(text, objection));
    }

    /**
     * Takes down what is wrong.
     *
     * @param line of the source
     */
    void add(Objection objection, int line) {
        objections.putIfAbsent(objection.key(), objection);
        lines.computeIfAbsent(objection.key(), _ -> new Lines()).add(line);
    }

    void report() {
        objections.forEach((key, it) -> {
            Lines where = lines.getOrDefault(key, new Lines());
            findings.violation(
                    code.where(type, where.first()),
                    "%s of %s %s%s.".formatted(type.simpleName(), code.roomOf(type), it.what(), where.others()),
                    it.why(),
                    it.instead());
        });
    }
}
