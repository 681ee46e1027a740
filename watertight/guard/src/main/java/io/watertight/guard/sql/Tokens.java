package io.watertight.guard.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of one statement, and a place among them. */
final class Tokens {

    private final List<SqlToken> all;
    private int at;

    Tokens(List<SqlToken> all) {
        this.all = all;
    }

    boolean hasNext() {
        return at < all.size();
    }

    /** The one at this place, or so many further on; null behind the end. */
    @Nullable
    SqlToken peek(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < all.size() ? all.get(index) : null;
    }

    boolean nextIs(String text) {
        return isAt(0, text);
    }

    boolean nextIsOneOf(Set<String> texts) {
        SqlToken token = peek(0);
        return token != null && token.isOneOf(texts);
    }

    boolean isAt(int ahead, String text) {
        SqlToken token = peek(ahead);
        return token != null && token.is(text);
    }

    boolean isOneOfAt(int ahead, Set<String> texts) {
        SqlToken token = peek(ahead);
        return token != null && token.isOneOf(texts);
    }

    SqlToken take() {
        return all.get(at++);
    }

    /** Goes on behind the token if it is the next one. */
    boolean skip(String text) {
        boolean found = nextIs(text);
        if (found) {
            at++;
        }
        return found;
    }

    void skipAll(Set<String> texts) {
        while (nextIsOneOf(texts)) {
            at++;
        }
    }

    int lastLine() {
        return all.isEmpty() ? 1 : all.getLast().line();
    }

    /** The first word of the statement; empty if it does not begin with one. */
    String verb() {
        return all.isEmpty() || all.getFirst().kind() != SqlToken.Kind.WORD
                ? ""
                : all.getFirst().text();
    }

    /** Whether the word stands anywhere. */
    boolean contains(String word) {
        return all.stream().anyMatch(it -> it.is(word));
    }

    List<SqlToken> all() {
        return all;
    }
}
