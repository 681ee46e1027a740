package com.gymworks.common;

/** What was asked for is not there. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String what, Object key) {
        super("There is no %s %s".formatted(what, key));
    }
}
