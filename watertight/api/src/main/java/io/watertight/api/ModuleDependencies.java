package io.watertight.api;

import java.util.List;

/** Which modules the application consists of, wherever they run, and which of them may call which. */
public interface ModuleDependencies {

    /** {@return the names of all modules, sorted} */
    List<String> modules();

    /** {@return whether the first module declares that it depends on the second} */
    boolean allows(String from, String to);
}
