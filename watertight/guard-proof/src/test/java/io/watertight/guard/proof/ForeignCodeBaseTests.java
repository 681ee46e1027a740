package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Report;
import io.watertight.guard.rules.Finding;
import io.watertight.guard.run.Examination;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .filteredOn(it -> it.verdict().equals("passed"))
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
        assertThat(rules(Map.of(
                        "src/main/java/net/clinic/patients/Leak.java",
                        "package net.clinic.patients; class Leak { net.clinic.appointments.Calendar calendar; }")))
                .contains("undeclared-dependency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from patients p",
                "delete patients",
                "delete p from patients p join visits v on v.patient = p.number",
                "update patients as p set name = ' {}'",
                "update patients set name = {}",
                "insert into patients as p (number) values (1)",
                "insert into patients select * from visits",
                "lock patients"
            })
    void isToldOfSqlHoweverItIsWritten(String sql) {
        assertThat(rules(Map.of(
                        "src/main/java/net/clinic/appointments/Leak.java",
                        "package net.clinic.appointments; class Leak { void leak(org.springframework.jdbc.core.JdbcTemplate jdbc) {"
                                + " jdbc.execute(\"%s\"); } }".formatted(sql))))
                .contains("foreign-table");
    }

    @Test
    void isNotToldThatASentenceIsSql() {
        assertThat(rules(Map.of("src/main/java/net/clinic/appointments/Desk.java", """
                package net.clinic.appointments;

                class Desk {

                    void count(org.springframework.jdbc.core.JdbcTemplate jdbc, int days) {
                        jdbc.update("update appointments set seen = true");
                        System.out.println("Update patients later");
                        System.out.println("Delete patients older than " + days);
                        System.out.println("Lock patients while {} is running");
                        throw new IllegalStateException("Insert into patients refused for " + days);
                    }
                }
                """)))
                .doesNotContain("foreign-table");
    }

    @Test
    void isToldOfARowThatIsPublishedAfterAChange() {
        assertThat(rules(Map.of("src/main/java/net/clinic/patients/domain/Desk.java", """
                package net.clinic.patients.domain;

                class Desk {

                    void rename(PatientRepository patients, org.springframework.context.ApplicationEventPublisher events) {
                        Patient patient = patients.save(new Patient(1L, ""));
                        patient.setName("Ada");
                        events.publishEvent(patient);
                    }
                }
                """)))
                .contains("entity-leaving-module");
    }

    @Test
    void isNotToldOfARowThatAMapperHasTurnedIntoARecord() {
        assertThat(rules(Map.of("src/main/java/net/clinic/patients/domain/Desk.java", """
                package net.clinic.patients.domain;

                import net.clinic.patients.PatientSummary;

                class Desk {

                    interface Cards {
                        PatientSummary card(Patient patient);
                    }

                    void show(PatientRepository patients, Cards cards, org.springframework.ui.Model model) {
                        PatientSummary card = cards.card(patients.save(new Patient(1L, "")));
                        System.out.println("first");
                        System.out.println("second");
                        model.addAttribute("card", card);
                    }
                }
                """)))
                .doesNotContain("entity-leaving-module");
    }

    @Test
    void isToldOfATableInACatalogOfMySql() {
        assertThat(rules(Map.of(
                        "src/main/java/jakarta/persistence/Entity.java",
                        "package jakarta.persistence; public @interface Entity {}",
                        "src/main/java/jakarta/persistence/Table.java",
                        "package jakarta.persistence; public @interface Table { String name(); String catalog(); }",
                        "src/main/java/net/clinic/patients/domain/Ward.java",
                        "package net.clinic.patients.domain; import jakarta.persistence.*;"
                                + " @Entity @Table(name = \"ward\", catalog = \"clinic_db\") class Ward {}",
                        "src/main/java/net/clinic/appointments/Leak.java",
                        "package net.clinic.appointments; class Leak { void leak(org.springframework.jdbc.core.JdbcTemplate jdbc) {"
                                + " jdbc.update(\"update clinic_db.ward set beds = 0\"); } }")))
                .contains("foreign-table");
    }

    @Test
    void isNotToldOfWhatFrameworksAskFor() {
        assertThat(rules(Map.of(
                        "src/main/java/jakarta/persistence/MappedSuperclass.java",
                        "package jakarta.persistence; public @interface MappedSuperclass {}",
                        "src/main/java/net/clinic/patients/Audited.java",
                        "package net.clinic.patients; @jakarta.persistence.MappedSuperclass public abstract class Audited {"
                                + " private java.util.Date at; public java.util.Date getAt() { return at; }"
                                + " public void setAt(java.util.Date at) { this.at = at; } }",
                        "src/main/java/net/clinic/patients/Faults.java",
                        """
                        package net.clinic.patients;

                        import org.springframework.http.ResponseEntity;
                        import org.springframework.web.bind.annotation.*;

                        @RestControllerAdvice
                        public class Faults {

                            @ExceptionHandler
                            public ResponseEntity<Object> on(IllegalStateException e) {
                                return ResponseEntity.badRequest().body(e.getMessage());
                            }
                        }
                        """,
                        "src/main/resources/application.properties",
                        "spring.modulith.events.jdbc.schema=events")))
                .doesNotContain("mutable-export", "vague-export", "session-switch");
    }

    @Test
    void isNotToldThatWhatFrameworksMakeIsLiveData() {
        assertThat(rules(Map.of("src/main/java/net/clinic/patients/NightlyCount.java", """
                package net.clinic.patients;

                import net.clinic.patients.domain.PatientRepository;

                public class NightlyCount {

                    private final PatientRepository patients;

                    public NightlyCount(PatientRepository patients) {
                        this.patients = patients;
                    }

                    public NightlyCount again() {
                        return new NightlyCount(patients);
                    }

                    public void run() {
                        patients.count();
                    }
                }
                """)))
                .doesNotContain("live-object");
    }

    @Test
    void isNotToldThatABaseOfRepositoriesIsForeignData() {
        String base =
                "package net.clinic.common; @org.springframework.data.repository.NoRepositoryBean public interface"
                        + " BaseRepository<T, I> extends org.springframework.data.repository.CrudRepository<T, I> {}";
        String rows = "package net.clinic.appointments.persistence;"
                + " interface Rows extends net.clinic.common.BaseRepository<AppointmentRow, Long> {}";
        String user = "package net.clinic.appointments; class Leak { net.clinic.common.BaseRepository<?, ?> any; }";
        String path = "src/main/java/net/clinic/";

        assertThat(rules(Map.of(
                        path + "common/BaseRepository.java", base, path + "appointments/persistence/Rows.java", rows)))
                .doesNotContain("foreign-data");
        assertThat(rules(Map.of(path + "common/BaseRepository.java", base, path + "appointments/Leak.java", user)))
                .contains("foreign-data");
    }

    @Test
    void isNotToldThatARepositoryStoresNothing() {
        assertThat(
                        rules(
                                Map.of(
                                        "src/main/java/net/clinic/patients/PatientFile.java",
                                        "package net.clinic.patients; import net.clinic.patients.domain.Patient;"
                                                + " import org.springframework.transaction.annotation.Transactional;"
                                                + " public interface PatientFile extends org.springframework.data.repository.CrudRepository<Patient, Long> {"
                                                + " @Transactional(readOnly = true) java.util.List<Patient> findByName(String name); }")))
                .contains("exposed-data")
                .doesNotContain("separate-transaction");
    }

    @Test
    void isToldOfAListThatASecondConstructorDoesNotCopy() {
        assertThat(rules(Map.of(
                        "src/main/java/net/clinic/patients/Team.java",
                        "package net.clinic.patients; public record Team(long number, java.util.List<String> members) {"
                                + " public Team(long number) { this(number, new java.util.ArrayList<>()); } }")))
                .contains("mutable-export");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into patients (name) values ('%s')",
                "update patients set name = (query_to_xml('%s'))",
                "insert into patients (name) values ('' %s)",
            })
    void isExaminedHoweverLongAStringOfAMigrationIs(String sql) {
        for (String part : List.of("It''s ", "-- x\n", "/* */ ", "|| 'x' ")) {
            String script = sql.formatted(part.repeat(100_000 / part.length()));
            assertThat(rules(Map.of("src/main/resources/db/migration/appointments/V2__texts.sql", script)))
                    .contains("foreign-migration");
        }
    }

    /** Each module uses all later ones: there are millions of paths, and no cycle. */
    @Test
    void isExaminedHoweverManyPathsLeadThroughItsModules() {
        int modules = 30;
        assertThat(rules(IntStream.range(0, modules)
                        .boxed()
                        .collect(Collectors.toMap(
                                "src/main/java/net/clinic/m%s/Part.java"::formatted,
                                it -> IntStream.range(it + 1, modules)
                                        .mapToObj(" public net.clinic.m%1$s.Part m%1$s;"::formatted)
                                        .collect(Collectors.joining(
                                                "",
                                                "package net.clinic.m%s; public class Part {".formatted(it),
                                                " }"))))))
                .doesNotContain("module-cycle");
    }

    /** {@return the rules that find something in the clinic with these files} */
    private static List<String> rules(Map<String, String> files) {
        try (Sample sample = CLINIC.with(files)) {
            assertThat(sample.compilerOutput()).isEmpty();
            return examine(sample).findings().stream().map(Finding::rule).toList();
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
