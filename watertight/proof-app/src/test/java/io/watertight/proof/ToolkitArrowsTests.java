package io.watertight.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Which part of the toolkit may use which. The compiler holds what the POMs declare; this holds the POMs. */
class ToolkitArrowsTests {

    private static final String GROUP = "io.watertight";
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "pattern", Set.of("api"),
            "csv", Set.of("api"),
            "web", Set.of("api"),
            "boundary", Set.of("api"),
            "operations", Set.of("api", "web", "boundary"),
            "security", Set.of("api", "web"),
            "testing", Set.of("api"),
            "guard-proof", Set.of("guard"));

    @Test
    void noPartUsesAnotherThatItMayNot() throws Exception {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path part : parts()) {
            Set<String> used = usedBy(part.resolve("pom.xml"));
            if (!used.isEmpty()) {
                found.put(part.getFileName().toString(), used);
            }
        }

        assertThat(found).isEqualTo(ARROWS);
    }

    private static Set<Path> parts() throws IOException {
        Path toolkit = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(it -> it.endsWith("watertight") && Files.exists(it.resolve("pom.xml")))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> folders = Files.list(toolkit)) {
            return folders.filter(it -> Files.exists(it.resolve("pom.xml"))).collect(Collectors.toSet());
        }
    }

    /** What the part's own classes see: dependencies of its tests do not count. */
    private static Set<String> usedBy(Path pom) throws Exception {
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName("dependency");
        return IntStream.range(0, dependencies.getLength())
                .mapToObj(it -> (Element) dependencies.item(it))
                .filter(it -> !"dependencyManagement".equals(ancestor(it).getNodeName()))
                .filter(it ->
                        text(it, "groupId").equals(GROUP) && !text(it, "scope").equals("test"))
                .map(it -> text(it, "artifactId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Element ancestor(Element dependency) {
        return (Element) dependency.getParentNode().getParentNode();
    }

    private static String text(Element dependency, String name) {
        NodeList values = dependency.getElementsByTagName(name);
        return values.getLength() == 0 ? "" : values.item(0).getTextContent().strip();
    }
}
