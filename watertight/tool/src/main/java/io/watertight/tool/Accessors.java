package io.watertight.tool;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The calls of an accessor in one file, and whose it is, as far as the declarations there tell. */
final class Accessors {

    private enum Owner {
        RECORD,
        OTHER,
        UNKNOWN
    }

    private static final Set<String> NO_TYPES =
            Set.of("assert", "case", "else", "instanceof", "new", "return", "throw", "yield");

    private final String source;
    private final String code;
    private final Set<String> records;
    private final Pattern call;

    /**
     * @param records as the file knows them
     */
    Accessors(String source, Collection<RecordSource> records, String field) {
        this.source = source;
        this.code = JavaText.codeOf(source);
        this.records = records.stream().map(RecordSource::name).collect(Collectors.toSet());
        this.call = Pattern.compile("(?:(?<![\\w.)\\]])(?:this\\.)?(\\w+))?(" + FieldChange.accessor(field) + ")");
    }

    /** {@return the file with another name where it is sure whose accessor is called} */
    String renameOwn(String to) {
        return rename(to, Owner.RECORD::equals);
    }

    /** {@return the file with another name unless it is sure that somebody else's accessor is called} */
    String renameAllButOthers(String to) {
        return rename(to, it -> it != Owner.OTHER);
    }

    private String rename(String to, Predicate<Owner> meant) {
        return call.matcher(source).replaceAll(it -> {
            String receiver =
                    it.group().substring(0, it.group().length() - it.group(2).length());
            return Matcher.quoteReplacement(meant.test(ownerOf(it)) ? receiver + "." + to + "()" : it.group());
        });
    }

    /** Whether one is called that may be a record's. */
    boolean mayBeLeft() {
        return call.matcher(source).results().anyMatch(it -> ownerOf(it) != Owner.OTHER);
    }

    private Owner ownerOf(MatchResult call) {
        String receiver = call.group(1);
        if (receiver == null || isInferred(receiver)) {
            return Owner.UNKNOWN;
        }
        List<String> types = Pattern.compile(
                        "([\\w.]+(?:<[^;{}()=]*>)?(?:\\[])*(?:\\.\\.\\.)?)\\s+" + receiver + "\\b(?!\\s*\\()")
                .matcher(code)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !NO_TYPES.contains(it))
                .toList();
        if (types.isEmpty() || types.contains("var")) {
            return Owner.UNKNOWN;
        }
        if (records.containsAll(types)) {
            return Owner.RECORD;
        }
        return types.stream().anyMatch(records::contains) ? Owner.UNKNOWN : Owner.OTHER;
    }

    /** Whether somewhere in the file it is the parameter of a lambda without a type. */
    private boolean isInferred(String variable) {
        return Pattern.compile("(?:[(,=>?:&|]|\\breturn)\\s*" + variable + "\\s*->|[(,]\\s*" + variable
                        + "\\s*(?:,[^()]*)?\\)\\s*->")
                .matcher(code)
                .find();
    }
}
