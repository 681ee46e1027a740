package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTests {

    private final Actor editor = new Actor("ada", Set.of("editor"), Map.of("desk", "7"));

    @Test
    void hasTheRolesThatItWasGivenAndNoOthers() {
        assertThat(editor.hasRole("author", "editor")).isTrue();
        assertThat(editor.hasRole("author")).isFalse();
        assertThat(Actor.anonymous().hasRole("author", "editor")).isFalse();
    }

    @Test
    void isTheSystemWithEveryRole() {
        assertThat(Actor.system().hasRole("editor")).isTrue();
    }
}
