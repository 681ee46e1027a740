package io.watertight.api;

import java.util.Set;

/** A command that waits where others change the same things: not too many for one of them may wait at once. */
public interface Contended {

    /** {@return what the command contends for, such as the SKUs of its lines} */
    Set<String> contended();
}
