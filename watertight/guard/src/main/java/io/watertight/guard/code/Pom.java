package io.watertight.guard.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A Maven project's own file, as it stands: nothing is inherited or interpolated. */
public record Pom(Path file, Element project) {

    /**
     * {@return the POM in that file}
     *
     * @throws IllegalArgumentException if it is no XML
     */
    public static Pom read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            return new Pom(file, document.getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    public Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    public String artifactId() {
        return text(project, "artifactId");
    }

    /** Its own or its parent's. */
    public String groupId() {
        return Stream.concat(Stream.of(project), child(project, "parent"))
                .map(it -> text(it, "groupId"))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Folders of the reactor, those of profiles too, relative to this one. */
    public List<String> modules() {
        return Stream.of("modules", "subprojects")
                .flatMap(this::parts)
                .flatMap(Pom::children)
                .map(it -> it.getTextContent().strip())
                .distinct()
                .toList();
    }

    /** What it declares itself, in profiles too; not what is merely managed. */
    public List<Dependency> dependencies() {
        return parts("dependencies")
                .flatMap(it -> child(it, "dependency"))
                .map(it -> new Dependency(text(it, "artifactId"), text(it, "scope")))
                .toList();
    }

    /** Properties that it sets, in profiles too. */
    public List<Element> properties() {
        return parts("properties").flatMap(Pom::children).toList();
    }

    /** Every element of that name, wherever it stands. */
    public List<Element> elements(String name) {
        return below(project).filter(it -> it.getTagName().equals(name)).toList();
    }

    /** Every element within another. */
    public static Stream<Element> below(Element parent) {
        return children(parent).flatMap(it -> Stream.concat(Stream.of(it), below(it)));
    }

    private Stream<Element> parts(String name) {
        Stream<Element> profiles = child(project, "profiles").flatMap(it -> child(it, "profile"));
        return Stream.concat(Stream.of(project), profiles).flatMap(it -> child(it, name));
    }

    private static Stream<Element> child(Element parent, String name) {
        return children(parent).filter(it -> it.getTagName().equals(name));
    }

    /** Rules read at the same time, and a node's list of its children, like one that is expanded late, changes when it is read. */
    private static Stream<Element> children(Element parent) {
        return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** What a child of that name holds; empty if there is none. */
    public static String text(Element parent, String name) {
        return child(parent, name)
                .findFirst()
                .map(it -> it.getTextContent().strip())
                .orElse("");
    }

    /** A dependency; what is left out is empty. */
    public record Dependency(String artifactId, String scope) {}
}
