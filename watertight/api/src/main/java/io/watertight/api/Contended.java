package io.watertight.api;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command that takes turns with others that change the same things. It waits as long as those before it make progress, and is
 * refused if they do not.
 */
public interface Contended {

    /** {@return what the command contends for, such as the SKUs of its lines} */
    Set<String> contended();

    /**
     * {@return the keys of a command's parts}
     *
     * @param parts not validated yet, so any of them may be {@code null}, and so may its key
     */
    static <T> Set<String> keys(Collection<@Nullable T> parts, Function<T, @Nullable String> key) {
        return parts.stream()
                .filter(Objects::nonNull)
                .map(key)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
