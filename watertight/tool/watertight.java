import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Starts the template tool from its sources: {@code java watertight/tool/watertight.java COMMAND ...}.
 *
 * <p>JDK 17 launches one source file only, so this one compiles the others, once for each state of them, into a folder below
 * {@code target/}.
 */
class Watertight {

    private static final String NAME = "watertight.java";

    public static void main(String... arguments) throws Exception {
        Path tool = home();
        Path root = tool.getParent().getParent();
        Path classes = root.resolve("target").resolve("wt").resolve(keyOf(tool));
        if (!Files.isDirectory(classes)) {
            compile(tool, classes);
        }
        URL[] classPath = {
            classes.toUri().toURL(), tool.resolve("src/main/resources").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(classPath)) {
            loader.loadClass("io.watertight.tool.Tool")
                    .getMethod("main", Path.class, String[].class)
                    .invoke(null, root, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The folder of this file. JDK 17 tells its name only as a part of the command, where a path may hold spaces. */
    private static Path home() {
        String file = System.getProperty("jdk.launcher.sourcefile", "");
        if (file.isEmpty()) {
            String command = System.getProperty("sun.java.command", "");
            int begin = command.indexOf(' ') + 1;
            int end = command.indexOf(NAME) + NAME.length();
            file = begin < end ? command.substring(begin, end) : "watertight/tool/" + NAME;
        }
        return Path.of(file).toAbsolutePath().normalize().getParent();
    }

    private static List<Path> sources(Path tool) throws IOException {
        try (Stream<Path> files = Files.walk(tool.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String keyOf(Path tool) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(System.getProperty("java.version").getBytes(StandardCharsets.UTF_8));
        for (Path source : sources(tool)) {
            digest.update(tool.relativize(source).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(source));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Aside first, and into its place at once, so that a second call or a killed one meets no half of it. */
    private static void compile(Path tool, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            System.err.println("wt: this Java has no compiler; run the tool with a JDK from 17.");
            System.exit(1);
        }
        Files.createDirectories(classes.getParent());
        Path aside = Files.createTempDirectory(classes.getParent(), "compiling");
        List<String> options =
                List.of("--release", "17", "-encoding", "UTF-8", "-proc:none", "-nowarn", "-d", aside.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            if (!compiler.getTask(
                            null,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(new ArrayList<>(sources(tool))))
                    .call()) {
                System.exit(1);
            }
        }
        try {
            Files.move(aside, classes);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another call was faster.
        }
    }
}
