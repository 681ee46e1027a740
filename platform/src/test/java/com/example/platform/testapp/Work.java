package com.example.platform.testapp;

/** What a test has a module do. */
@FunctionalInterface
public interface Work<T> {

    T call() throws Exception;
}
