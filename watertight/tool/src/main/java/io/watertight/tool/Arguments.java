package io.watertight.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind a command.
 *
 * @param words in their order, without options
 * @param options by name, without the dashes; a flag has an empty value
 */
record Arguments(List<String> words, Map<String, String> options) {

    static final Set<String> COMMON_FLAGS = Set.of("dry-run", "force", "help");

    static Arguments parse(List<String> arguments, Set<String> flags, Set<String> valued) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i).equals("-h") ? "--help" : arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            if (flags.contains(name) || COMMON_FLAGS.contains(name)) {
                options.put(name, "");
            } else if (!valued.contains(name)) {
                throw ToolException.misuse("Unknown option --" + name + "; --help lists the options of this command.");
            } else if (equals >= 0) {
                options.put(name, value(name, argument.substring(equals + 1)));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                options.put(name, value(name, arguments.get(++i)));
            } else {
                throw ToolException.misuse("--" + name + " needs a value.");
            }
        }
        return new Arguments(List.copyOf(words), options);
    }

    private static String value(String name, String value) {
        if (value.isBlank()) {
            throw ToolException.misuse("--" + name + " needs a value.");
        }
        return value;
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) {
        return option(name)
                .orElseThrow(() -> ToolException.misuse("--" + name + " is missing; --help shows an example."));
    }

    List<String> list(String name) {
        return option(name)
                .map(value -> List.of(value.split(",")).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    String word(int index, String what) {
        if (words.size() <= index) {
            throw ToolException.misuse("The " + what + " is missing; --help shows an example.");
        }
        return words.get(index);
    }

    /** A word too many is a mistake that somebody wants to know about. */
    void atMost(int count) {
        if (words.size() > count) {
            throw ToolException.misuse("Unexpected argument '" + words.get(count) + "'; --help shows an example.");
        }
    }
}
