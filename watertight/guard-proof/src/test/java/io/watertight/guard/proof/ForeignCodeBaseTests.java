package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Report;
import io.watertight.guard.run.Examination;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The guard on a code base that is built in another way: one Maven module, packages as modules in Spring Modulith's default
 * layout, public types, no schema for each module.
 */
class ForeignCodeBaseTests {

    private static final Sample CLINIC = Sample.clinic();

    @AfterAll
    static void cleanUp() {
        CLINIC.close();
    }

    @Test
    void isExaminedWithoutAFinding() {
        Report report = examine(CLINIC);

        assertThat(report.failures()).isEmpty();
        assertThat(report.results())
                .filteredOn(it -> it.verdict().equals("held"))
                .extracting(it -> it.rule().id())
                .contains("undeclared-dependency", "foreign-data", "foreign-table", "borrowed-package");
    }

    @Test
    void isNotToldThatRulesHoldWhichHaveNothingToLookAt() {
        assertThat(examine(CLINIC).results())
                .filteredOn(it -> it.verdict().equals("not applicable"))
                .extracting(it -> it.rule().id())
                .contains("module-census", "pure-kernel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        foreign-data | import net.clinic.patients.domain.PatientRepository; class Leak { PatientRepository patients; }
        foreign-data | import net.clinic.patients.domain.Patient; class Leak { Object of(Object it) { return (Patient) it; } }
        foreign-data | class Leak { Runnable r = () -> new net.clinic.patients.domain.Patient(1L, ""); }
        """)
    void isToldOfALeak(String rule, String leak) {
        String path = "src/main/java/net/clinic/appointments/Leak.java";
        try (Sample sample = CLINIC.with(Map.of(path, "package net.clinic.appointments; " + leak))) {
            assertThat(sample.compilerOutput()).isEmpty();
            assertThat(examine(sample).findings()).anySatisfy(it -> {
                assertThat(it.rule()).isEqualTo(rule);
                assertThat(it.place().toString()).isEqualTo(path + ":1");
            });
        }
    }

    @Test
    void isToldOfArrowsThatItDidNotDeclare() {
        Map<String, String> leak = Map.of(
                "src/main/java/net/clinic/patients/Leak.java",
                "package net.clinic.patients; class Leak { net.clinic.appointments.Calendar calendar; }");
        try (Sample sample = CLINIC.with(leak)) {
            assertThat(examine(sample).findings()).extracting("rule").contains("undeclared-dependency");
        }
    }

    private static Report examine(Sample sample) {
        return new Examination(
                        CodeBase.of("net.clinic.ClinicApplication", sample.root(), sample.classpath()),
                        Clock.systemUTC(),
                        EnumSet.allOf(RuleGroup.class),
                        Set.of(),
                        null)
                .examine();
    }
}
