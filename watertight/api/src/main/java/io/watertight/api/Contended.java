package io.watertight.api;

import java.util.Set;

/** A command that waits while others change the same things; the number of waiting commands per thing is limited. */
public interface Contended {

    /** {@return what the command contends for, such as the SKUs of its lines} */
    Set<String> contended();
}
