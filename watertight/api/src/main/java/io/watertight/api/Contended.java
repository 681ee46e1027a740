package io.watertight.api;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command that waits while others change the same things; the number of waiting commands per thing is limited. */
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
