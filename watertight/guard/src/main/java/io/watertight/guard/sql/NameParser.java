package io.watertight.guard.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code name}, {@code schema.name} and {@code database.schema.name}, and says where a part of it is missing. */
final class NameParser {

    private final Tokens tokens;
    private final Found found;

    NameParser(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    /** Reads the name that has to stand here; empty if something else does, or a gap, which is taken down. */
    Optional<SqlName> name(String clause) {
        return name(clause, false);
    }

    /** Reads a name with the name of one of its columns behind it, and leaves the column out. */
    Optional<SqlName> nameOfColumn(String clause) {
        return name(clause, true);
    }

    private Optional<SqlName> name(String clause, boolean ofColumn) {
        SqlToken first = tokens.peek(0);
        if (first == null) {
            found.gaps.add(new SqlSpot(clause + " ...", tokens.lastLine()));
            return Optional.empty();
        }
        if (first.isOpen()) {
            tokens.take();
            gap(clause, first);
            return Optional.empty();
        }
        if (!first.isName()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add(tokens.take().text());
        SqlToken last = first;
        while (tokens.nextIs(".")) {
            SqlToken part = tokens.peek(1);
            if (part == null || part.isOpen() || (!part.isName() && !part.is("*"))) {
                tokens.take();
                gap(clause + " " + String.join(".", parts) + ".", part);
                return Optional.empty();
            }
            tokens.take();
            last = tokens.take();
            parts.add(last.text());
        }
        if (ofColumn && parts.size() > 1) {
            parts.removeLast();
        }
        return Optional.of(new SqlName(
                parts.size() > 1 ? parts.get(parts.size() - 2) : null,
                parts.getLast(),
                clause,
                first.line(),
                isGlued(last, tokens.peek(0))));
    }

    /** A dotted part that follows a gap belongs to the same name. */
    private void gap(String clause, @Nullable SqlToken gap) {
        found.gaps.add(new SqlSpot(clause + " ...", gap == null ? tokens.lastLine() : gap.line()));
        while (tokens.nextIs(".") && tokens.peek(1) != null) {
            tokens.take();
            tokens.take();
        }
    }

    private static boolean isGlued(SqlToken last, @Nullable SqlToken next) {
        return next != null && next.kind() == SqlToken.Kind.GAP && last.touches(next);
    }
}
