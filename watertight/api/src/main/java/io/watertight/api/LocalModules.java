package io.watertight.api;

/** Which modules run in this process. The others are called over HTTP. */
@FunctionalInterface
public interface LocalModules {

    /**
     * @param module its name, such as {@code catalog}
     * @return whether it runs in this process, and so may share a transaction
     */
    boolean contains(String module);
}
