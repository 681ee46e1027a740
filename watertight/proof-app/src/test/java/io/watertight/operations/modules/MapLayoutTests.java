package io.watertight.operations.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.boundary.DeclaredDependencies.Dependency;
import io.watertight.operations.modules.MapLayout.Box;
import io.watertight.operations.modules.MapLayout.Drawing;
import io.watertight.operations.modules.MapLayout.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapLayoutTests {

    /** The longest that a label usually is. */
    private static final int LABEL = 200;

    private static final int HALF_A_LABEL = 21;

    @Test
    void putsAModuleAboveThoseThatItDependsOn() {
        Drawing drawing = draw(Set.of(new Dependency("a", "b"), new Dependency("b", "c"), new Dependency("a", "c")));

        assertThat(box(drawing, "a").y()).isLessThan(box(drawing, "b").y());
        assertThat(box(drawing, "b").y()).isLessThan(box(drawing, "c").y());
    }

    @Test
    void survivesAPlanThatGoesRoundInCircles() {
        Drawing drawing = draw(Set.of(new Dependency("a", "b"), new Dependency("b", "a")));

        assertThat(drawing.boxes()).hasSize(3);
    }

    @Test
    void givesEachArrowEndsOfItsOwn() {
        Drawing drawing = draw(
                Set.of(new Dependency("a", "b"), new Dependency("a", "c")),
                link("a", "b", "call"),
                link("a", "c", "call"),
                link("b", "a", "event"),
                link("b", "a", "breach"),
                link("b", "c", "breach"));

        assertThat(drawing.arrows())
                .extracting(it -> it.path().replaceFirst(" [LC].*", ""))
                .doesNotHaveDuplicates();
        assertThat(drawing.arrows()).allSatisfy(it -> {
            int room = it.anchor().equals("start") ? drawing.width() - it.labelX() : it.labelX();
            assertThat(room).isGreaterThan(it.anchor().equals("middle") ? LABEL / 2 : LABEL);
            assertThat(it.labelY()).isBetween(0, drawing.height());
        });
    }

    @Test
    void writesNoLabelOnABoxThatALongArrowPasses() {
        Drawing drawing = draw(
                Set.of(new Dependency("a", "b"), new Dependency("b", "c"), new Dependency("a", "c")),
                link("a", "c", "call"),
                link("a", "c", "breach"),
                link("c", "a", "event"));

        assertThat(drawing.arrows())
                .allSatisfy(arrow -> assertThat(drawing.boxes())
                        .noneMatch(it -> arrow.labelY() + HALF_A_LABEL > it.y()
                                && arrow.labelY() - HALF_A_LABEL < it.y() + it.height()));
    }

    private static Drawing draw(Set<Dependency> dependencies, Link... links) {
        Map<String, List<String>> boxes = new HashMap<>();
        List.of("a", "b", "c").forEach(it -> boxes.put(it, List.of("3 tables")));
        return new MapLayout(boxes, dependencies).place(List.of(links));
    }

    private static Link link(String from, String to, String kind) {
        return new Link(from, to, kind, List.of("1 call"));
    }

    private static Box box(Drawing drawing, String name) {
        return drawing.boxes().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
