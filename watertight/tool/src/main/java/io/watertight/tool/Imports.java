package io.watertight.tool;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives a generated file the imports that it needs and no others. Types of the checkout are looked up in the checkout, so
 * that one that moves to another package is still found.
 */
final class Imports {

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Z]\\w*)");
    private static final Pattern JAVADOC_REFERENCE = Pattern.compile("(?:@throws|\\{@link) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private static final Map<String, String> LIBRARIES = libraries("""
            jakarta.annotation.security RolesAllowed
            jakarta.validation ConstraintViolationException Valid
            jakarta.validation.constraints Digits Max Min NotBlank NotNull Pattern Size
            java.math BigDecimal
            java.net URI
            java.time Instant LocalDate
            java.util List Map Optional UUID
            java.util.concurrent.atomic AtomicInteger
            java.util.function UnaryOperator
            org.jspecify.annotations Nullable NullMarked
            org.junit.jupiter.api Test
            org.junit.jupiter.params ParameterizedTest
            org.junit.jupiter.params.provider ValueSource
            org.mapstruct BeanMapping Mapper
            org.mockito.invocation InvocationOnMock
            org.springframework.beans.factory.annotation Autowired
            org.springframework.boot.autoconfigure SpringBootApplication
            org.springframework.boot.resttestclient.autoconfigure AutoConfigureRestTestClient
            org.springframework.boot.test.context.SpringBootTest WebEnvironment
            org.springframework.context ApplicationEventPublisher
            org.springframework.context.annotation Import
            org.springframework.dao DuplicateKeyException OptimisticLockingFailureException
            org.springframework.data.annotation Id Version
            org.springframework.data.domain Limit
            org.springframework.data.jdbc.repository.query Query
            org.springframework.data.relational.core.mapping MappedCollection Table
            org.springframework.data.repository Repository
            org.springframework.http HttpHeaders HttpStatus MediaType ResponseEntity
            org.springframework.modulith ApplicationModule Modulithic
            org.springframework.modulith.test ApplicationModuleTest AssertablePublishedEvents
            org.springframework.modulith.test.ApplicationModuleTest BootstrapMode
            org.springframework.stereotype Component
            org.springframework.test.context.bean.override.mockito MockitoBean
            org.springframework.test.web.servlet.client RestTestClient
            org.springframework.transaction.annotation Propagation Transactional
            org.springframework.transaction.support TransactionSynchronizationManager
            org.springframework.ui Model
            org.springframework.web.bind.annotation GetMapping PathVariable PostMapping PutMapping RequestBody RequestMapping RequestParam ResponseStatus RestController
            org.springframework.web.service.annotation GetExchange HttpExchange PostExchange
            org.springframework.web.servlet.mvc.support RedirectAttributes
            """);

    private static final Map<String, String> STATICS = Map.of(
            "assertThat",
            "org.assertj.core.api.Assertions.assertThat",
            "assertThatExceptionOfType",
            "org.assertj.core.api.Assertions.assertThatExceptionOfType",
            "atLeastOnce",
            "org.mockito.Mockito.atLeastOnce",
            "given",
            "org.mockito.BDDMockito.given",
            "then",
            "org.mockito.BDDMockito.then");

    private final Map<String, String> types = new HashMap<>(LIBRARIES);

    /** Knows what the kernel, the toolkit and the given folders of modules declare. */
    static Imports of(Plan plan, String... moduleFolders) {
        Imports imports = new Imports();
        imports.index(plan, "watertight/api/src/main/java");
        imports.index(plan, "watertight/pattern/src/main/java");
        imports.index(plan, "watertight/testing/src/main/java");
        imports.index(plan, "shared-kernel/src/main/java");
        Arrays.stream(moduleFolders).forEach(folder -> imports.index(plan, folder));
        return imports;
    }

    private void index(Plan plan, String folder) {
        for (String path : plan.files(folder)) {
            if (path.endsWith(".java") && !path.endsWith("package-info.java")) {
                String source = plan.read(path);
                String type = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
                packageOf(source).ifPresent(it -> types.put(type, it + "." + type));
            }
        }
    }

    /** Whether what is generated may import a type of this name. */
    static boolean areOfLibraries(String type) {
        return LIBRARIES.containsKey(type);
    }

    /** A type of the module, which is called like one of the toolkit's. */
    void forget(String type) {
        types.remove(type);
    }

    /** What else is to be known. */
    void know(String qualifiedName) {
        types.put(qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1), qualifiedName);
    }

    /** The file with its imports, below its package. */
    String addTo(String source) {
        String own = packageOf(source).orElse("");
        int body = source.indexOf(';', source.indexOf("package ")) + 1;
        String code = JavaText.codeOf(source);
        SortedSet<String> imports = new TreeSet<>();
        SortedSet<String> statics = new TreeSet<>();
        Matcher names = NAME.matcher(code + namedInJavadoc(source));
        while (names.find()) {
            Optional.ofNullable(types.get(names.group(1)))
                    .filter(it -> !it.substring(0, it.lastIndexOf('.')).equals(own))
                    .ifPresent(imports::add);
        }
        STATICS.forEach((name, qualified) -> {
            if (code.matches("(?s).*\\b" + name + "\\(.*")) {
                statics.add(qualified);
            }
        });
        return source.substring(0, body)
                + block("import static ", statics)
                + block("import ", imports)
                + source.substring(body);
    }

    /** The file with those added that it has come to need; what it imports already stays. */
    String complete(String source) {
        String own = packageOf(source).orElse("");
        String code = JavaText.codeOf(source);
        StringBuilder missing = new StringBuilder();
        Matcher names = NAME.matcher(code);
        SortedSet<String> found = new TreeSet<>();
        while (names.find()) {
            found.add(names.group(1));
        }
        for (String name : found) {
            String type = types.get(name);
            boolean known = type == null
                    || source.contains("." + name + ";")
                    || type.substring(0, type.lastIndexOf('.')).equals(own)
                    || code.matches("(?s).*\\b(?:class|record|enum|interface) " + name + "\\b.*");
            missing.append(known ? "" : "import " + type + ";\n");
        }
        if (missing.length() == 0) {
            return source;
        }
        int body = source.indexOf('\n', source.indexOf("\npackage ") + 1) + 1;
        int first = source.startsWith("package ") ? source.indexOf('\n') + 1 : body;
        int imports = source.indexOf("import ", first);
        return imports < 0
                ? source.substring(0, first) + "\n" + missing + source.substring(first)
                : ImportOrder.of(source.substring(0, imports) + missing + source.substring(imports));
    }

    /** The file without those that it does not need any more. */
    static String prune(String source) {
        String code = JavaText.codeOf(source) + namedInJavadoc(source);
        String pruned = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);\\n")
                .matcher(source)
                .replaceAll(it -> code.split("\\b" + it.group(1) + "\\b", -1).length > 2
                        ? Matcher.quoteReplacement(it.group())
                        : "");
        return pruned.replace(";\n\n\n", ";\n\n");
    }

    /** Documentation names types, too, and the formatter counts that as use. */
    private static String namedInJavadoc(String source) {
        return JAVADOC_REFERENCE
                .matcher(source)
                .results()
                .map(it -> " " + it.group(1))
                .collect(Collectors.joining());
    }

    private static String block(String keyword, SortedSet<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream().map(it -> "\n" + keyword + it + ";").collect(Collectors.joining("", "\n", ""));
    }

    private static Optional<String> packageOf(String source) {
        Matcher matcher = PACKAGE.matcher(source);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Map<String, String> libraries(String lines) {
        Map<String, String> types = new HashMap<>();
        lines.strip().lines().map(line -> line.strip().split(" ")).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                types.put(words[i], words[0] + "." + words[i]);
            }
        });
        return types;
    }
}
