package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.ArchitectureSuite;
import io.watertight.guard.Report;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.RuleResult;
import io.watertight.guard.RuleResult.Status;
import io.watertight.guard.codebase.Codebase;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The suite on a code base that is built in another way: one Maven module, packages as modules in Spring Modulith's default
 * layout, public types, no schema for each module.
 */
class ForeignCodeBaseTests {

    private static final Sample CLINIC = Sample.compile("clinic");

    @AfterAll
    static void cleanUp() {
        CLINIC.close();
    }

    @Test
    void isExaminedByTheGroupsThatFitIt() {
        Report report = examine(CLINIC);

        assertThat(report.violations()).isEmpty();
        assertThat(report.results())
                .filteredOn(it -> it.status() == Status.HELD)
                .extracting(RuleResult::rule)
                .contains("declared-dependencies", "arrows", "foreign-types", "no-generated-marks");
    }

    @Test
    void isNotToldThatRulesHoldWhichHaveNothingToLookAt() {
        assertThat(examine(CLINIC).results())
                .filteredOn(it -> it.status() == Status.NOT_APPLICABLE)
                .extracting(RuleResult::rule)
                .contains("module-census", "hidden-internals", "pure-kernel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        foreign-types | import net.clinic.patients.domain.PatientRepository; class Leak { PatientRepository patients; }
        foreign-types | import net.clinic.patients.domain.Patient; class Leak { Object of(Object it) { return (Patient) it; } }
        foreign-types | class Leak { Runnable r = () -> new net.clinic.patients.domain.Patient(1L, ""); }
        """)
    void isToldOfALeak(String rule, String leak) {
        String path = "src/main/java/net/clinic/appointments/Leak.java";
        try (Sample sample = CLINIC.with(Map.of(path, "package net.clinic.appointments; " + leak))) {
            assertThat(sample.compilerOutput()).isEmpty();
            assertThat(examine(sample).violations()).anySatisfy(it -> {
                assertThat(it.rule()).isEqualTo(rule);
                assertThat(it.where()).isEqualTo(path + ":1");
            });
        }
    }

    @Test
    void isToldOfArrowsThatItDidNotDeclare() {
        Map<String, String> leak = Map.of(
                "src/main/java/net/clinic/patients/Leak.java",
                "package net.clinic.patients; class Leak { net.clinic.appointments.Calendar calendar; }");
        try (Sample sample = CLINIC.with(leak)) {
            assertThat(examine(sample).violations()).extracting("rule").contains("arrows");
        }
    }

    private static Report examine(Sample sample) {
        return ArchitectureSuite.of(
                        Codebase.of("net.clinic.ClinicApplication", sample.root(), sample.classpath()),
                        Clock.systemUTC())
                .only(
                        RuleGroup.STRUCTURE,
                        RuleGroup.EXPORTS,
                        RuleGroup.DATA,
                        RuleGroup.TRANSACTIONS,
                        RuleGroup.EVENTS,
                        RuleGroup.DETOURS,
                        RuleGroup.SUPPRESSION)
                .examine();
    }
}
