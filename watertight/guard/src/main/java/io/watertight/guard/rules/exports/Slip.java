package io.watertight.guard.rules.exports;

/**
 * A type that has no place at a module's border.
 *
 * @param type its full name; for wildcards and variables as it is written
 */
record Slip(String type, Reason reason) {

    String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
