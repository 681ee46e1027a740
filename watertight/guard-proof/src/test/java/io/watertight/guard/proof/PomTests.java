package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.code.Pom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomTests {

    private static final int RULES = 8;

    /** Rules run at the same time, and the first to ask is no different from the others. */
    @Test
    void isTheSameForAllRulesThatReadItAtOnce(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), """
                <project><properties>%s</properties></project>""".formatted("<a>1</a>".repeat(500)));
        CyclicBarrier together = new CyclicBarrier(RULES);
        try (ExecutorService threads = Executors.newFixedThreadPool(RULES)) {
            for (int i = 0; i < 100; i++) {
                Pom pom = Pom.read(file);
                Callable<List<Integer>> rule = () -> {
                    together.await();
                    return List.of(pom.properties().size(), pom.elements("a").size());
                };
                for (Future<List<Integer>> read : threads.invokeAll(Collections.nCopies(RULES, rule))) {
                    assertThat(read.get()).containsExactly(500, 500);
                }
            }
        }
    }

    @Test
    void namesItsModulesAsMaven3AndMaven4Do(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pom.xml"), """
                <project><modules><module>a</module></modules><subprojects><subproject>b</subproject></subprojects></project>""");

        assertThat(Pom.read(file).modules()).containsExactly("a", "b");
    }
}
