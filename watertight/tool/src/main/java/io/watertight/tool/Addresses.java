package io.watertight.tool;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a controller answers, up to the first variable of each address. */
final class Addresses {

    private static final Pattern OF_ALL = Pattern.compile("(?m)^@RequestMapping\\((?:path = )?\"([^\"{]*[^\"{/])");
    private static final Pattern OF_ONE =
            Pattern.compile("(?m)^ +@\\w+Mapping(?:\\(\\s*(?:path = )?\"([^\"{]*[^\"{/]|)|$)");

    private Addresses() {}

    static Set<String> of(String controller) {
        Matcher ofAll = OF_ALL.matcher(controller);
        String prefix = ofAll.find() ? ofAll.group(1) : "";
        Set<String> addresses = new TreeSet<>();
        OF_ONE.matcher(controller)
                .results()
                .forEach(it -> addresses.add(prefix + (it.group(1) == null ? "" : it.group(1))));
        return addresses;
    }
}
