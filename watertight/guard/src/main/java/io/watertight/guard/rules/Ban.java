package io.watertight.guard.rules;

import java.util.List;
import java.util.Set;

/**
 * Something of the JDK or of a framework that the application's code leaves alone.
 *
 * @param types fully qualified; with a dot at the end, all of the package and below
 * @param except types among them that are nobody's harm
 * @param methods only calls of these are meant; naming the type at all if empty
 * @param why it must not be used
 * @param instead what to do
 */
public record Ban(List<String> types, List<String> except, Set<String> methods, String why, String instead) {

    public Ban {
        types = List.copyOf(types);
        except = List.copyOf(except);
        methods = Set.copyOf(methods);
    }

    /** Nobody names these types. */
    public static Ban onTypes(List<String> types, String why, String instead) {
        return new Ban(types, List.of(), Set.of(), why, instead);
    }

    /** Nobody calls these methods. */
    public static Ban onMethods(List<String> types, Set<String> methods, String why, String instead) {
        return new Ban(types, List.of(), methods, why, instead);
    }

    public Ban but(String... harmless) {
        return new Ban(types, List.of(harmless), methods, why, instead);
    }

    boolean isOnMethods() {
        return !methods.isEmpty();
    }

    boolean covers(String type) {
        return holds(types, type) && !holds(except, type);
    }

    private static boolean holds(List<String> types, String candidate) {
        for (String type : types) {
            if (type.endsWith(".")
                    ? candidate.startsWith(type)
                    : candidate.startsWith(type)
                            && (candidate.length() == type.length() || candidate.charAt(type.length()) == '$')) {
                return true;
            }
        }
        return false;
    }
}
