package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a class was written, and where in it something is declared.
 *
 * @param file null if people did not write it, or its sources are elsewhere
 * @param relative below a folder of sources
 * @param isWritten false if the folders of sources are there and it is in none of them: a generator wrote it
 */
public record SourceFile(@Nullable Path file, String relative, boolean isWritten) {

    static SourceFile of(JavaClass type, CodeUnit unit) {
        String folder = type.getPackageName().replace('.', '/');
        String name = type.getSource().flatMap(Source::getFileName).orElse(type.getSimpleName() + ".java");
        String relative = folder.isEmpty() ? name : folder + "/" + name;
        List<Path> roots = unit.sources();
        // Kotlin may leave out the packages that all its files have in common.
        Optional<Path> found = roots.stream()
                .flatMap(root -> IntStream.range(0, name.endsWith(".kt") ? relative.split("/").length : 1)
                        .mapToObj(it -> root.resolve(relative.replaceFirst("([^/]+/){" + it + "}", ""))))
                .filter(Files::isRegularFile)
                .findFirst();
        return new SourceFile(found.orElse(null), relative, found.isPresent() || roots.isEmpty());
    }

    public String text() {
        return file == null ? "" : Project.text(file);
    }

    /** {@return the line of the declaration of a class; 1 without its source} */
    public int lineOf(CodeType type) {
        String simple = Pattern.quote(type.simpleName().replaceFirst(".*\\.", ""));
        String declared = "\\b(class|record|interface|enum|object)\\s+" + simple + "\\b";
        return find(1, type.isDescriptor() ? "^package\\b" : declared, 1);
    }

    /** {@return the line of the declaration of a member, not in a comment; that of its class if it is not found} */
    public int lineOf(CodeType type, String member) {
        int first = lineOf(type);
        String declared = "^(?!\\s*(\\*|//|/\\*)).*\\b" + Pattern.quote(member) + "\\s*([(),:;={]|$)";
        return member.isEmpty() || member.startsWith("<") ? first : find(first, declared, first);
    }

    private int find(int first, String regex, int otherwise) {
        Pattern pattern = Pattern.compile(regex);
        List<String> lines = text().lines().toList();
        return IntStream.range(first - 1, lines.size())
                .filter(it -> pattern.matcher(lines.get(it)).find())
                .map(it -> it + 1)
                .findFirst()
                .orElse(otherwise);
    }
}
