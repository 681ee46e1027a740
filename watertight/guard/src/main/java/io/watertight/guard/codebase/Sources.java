package io.watertight.guard.codebase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the source of a class, and where in it something is declared. */
final class Sources {

    private Sources() {}

    static Optional<Path> of(CodeClass type) {
        String relative = relative(type);
        return type.unit().sourceFolders().stream()
                .map(it -> it.resolve(relative))
                .filter(Files::exists)
                .findFirst();
    }

    static String relative(CodeClass type) {
        String source = type.facts().sourceFile();
        return type.packageName().replace('.', '/') + "/" + (source == null ? type.simpleName() : source);
    }

    /** {@return the line of the declaration of a class; 1 without its source} */
    static int lineOf(CodeClass type) {
        return of(type).map(it -> declarationIn(it, type)).orElse(1);
    }

    /** {@return the line of the declaration of a member; that of its class if it is not found, 1 without the source} */
    static int lineOf(CodeClass type, String member) {
        return of(type).map(it -> declarationIn(it, type, member)).orElse(1);
    }

    /** Class files do not tell where a declaration stands. */
    private static int declarationIn(Path source, CodeClass type) {
        String simple = type.name().replaceFirst(".*[.$]", "");
        Pattern declaration = type.isDescriptor()
                ? Pattern.compile("^package\\b")
                : Pattern.compile("\\b(class|record|interface|enum)\\s+" + Pattern.quote(simple) + "\\b");
        List<String> lines = ProjectFiles.text(source).lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(it -> declaration.matcher(lines.get(it)).find())
                        .findFirst()
                        .orElse(0);
    }

    /** Below the declaration of the class, and not in a comment. */
    private static int declarationIn(Path source, CodeClass type, String member) {
        Pattern declaration =
                Pattern.compile("^(?!\\s*(\\*|//|/\\*)).*\\b" + Pattern.quote(member) + "\\s*([(),;={]|$)");
        int first = declarationIn(source, type);
        List<String> lines = ProjectFiles.text(source).lines().toList();
        return IntStream.range(first - 1, lines.size())
                .filter(it -> declaration.matcher(lines.get(it)).find())
                .map(it -> it + 1)
                .findFirst()
                .orElse(first);
    }
}
