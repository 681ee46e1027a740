package io.watertight.proof;

/** What a test has a module do. */
@FunctionalInterface
public interface Work<T> {

    T call() throws Exception;
}
