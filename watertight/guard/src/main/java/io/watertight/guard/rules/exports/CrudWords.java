package io.watertight.guard.rules.exports;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a verb of the database from one of the business. {@code save}, {@code saveAll} and {@code updateProduct} are of the
 * database; {@code saveForLater}, {@code updatePriceList} and {@code deletePersonalData} say what for.
 */
final class CrudWords {

    private static final Pattern NAME = Pattern.compile(
            "(save|update|delete|insert|persist|merge|upsert|store|put|overwrite|patch|write|flush)(.*)");

    /** What may follow without saying any more. */
    private static final Pattern NOTHING_MORE = Pattern.compile(
            "(All|One|Many|Batch|Bulk|Entity|Entities|Row|Rows|Record|Records|Object|Dto|Dtos|It|Data)?"
                    + "((And|Or)(Flush|Save|Update|Insert|Create|Delete|Return|Get))?(By[A-Z]\\w*)?(InBatch|Async|AndFlush)?");

    private static final Pattern EITHER_WAY = Pattern.compile("(create|add|insert)Or(Update|Save|Replace|Merge)\\w*");

    private CrudWords() {}

    /** @param nouns what the module's entities are called */
    static boolean isCrud(String method, Set<String> nouns) {
        if (EITHER_WAY.matcher(method).matches()) {
            return true;
        }
        Matcher name = NAME.matcher(method);
        if (!name.matches()) {
            return false;
        }
        String rest = name.group(2);
        if (!rest.isEmpty() && !Character.isUpperCase(rest.charAt(0))) {
            return false;
        }
        if (NOTHING_MORE.matcher(rest).matches()) {
            return true;
        }
        return nouns.stream().anyMatch(it -> {
            String following = rest.replaceFirst("^(All|Or(Update|Insert|Create|Save)|One|Many)", "");
            return following.startsWith(it)
                    && NOTHING_MORE.matcher(withoutPlural(following, it)).matches();
        });
    }

    static String instead(String method) {
        return method.toLowerCase(Locale.ROOT).startsWith("delete")
                ? "Say what happens to it in the business: discontinue, withdraw, cancel, deactivate, forget."
                : "Say what is done, one method for each: announce, register, rename, reprice, replaceAddresses; and take a record with just what that needs.";
    }

    private static String withoutPlural(String following, String noun) {
        return following.substring(noun.length()).replaceFirst("^(e?s)(?=[A-Z]|$)", "");
    }
}
