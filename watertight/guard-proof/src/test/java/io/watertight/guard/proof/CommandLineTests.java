package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.run.GuardEngine;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/** The command line as a stranger runs it: on compiled classes, and where the environment counts in a process of its own. */
class CommandLineTests {

    private static final String APPOINTMENTS = "src/main/java/net/clinic/appointments/";
    private static final String LEAK = """
        package net.clinic.appointments;
        import net.clinic.patients.domain.PatientRepository;
        class Leak { long count(PatientRepository patients) { return patients.count(); } }
        """;
    private static final String SECOND_LEAK = """
        package net.clinic.appointments;
        import net.clinic.patients.domain.PatientRepository;
        class Leak {
            long count(PatientRepository patients) { return patients.count(); }
            void clear(PatientRepository patients) { patients.deleteAll(); }
        }
        """;
    private static final String EXCEPTION = """
        - rule: foreign-data
          where: src/main/java/net/clinic/appointments/Leak.java
          reason: "until patients export a count"
          owner: the team of appointments
          expires: %s
        """;

    /** A person's own machine, wherever these tests run. */
    private static final Map<String, String> DESK = Map.of("CI", "false");

    private final List<Sample> samples = new ArrayList<>();
    private final Sample clinic = Sample.clinic();

    @AfterEach
    void cleanUp() {
        clinic.close();
        samples.forEach(Sample::close);
    }

    @Test
    void passesWhatIsClean() {
        assertThat(run(clinic).status()).isZero();
    }

    @Test
    void failsWithALeakAndSaysWhereItIs() {
        Result result = run(with(LEAK));

        assertThat(result.status()).isOne();
        assertThat(result.output()).contains(APPOINTMENTS + "Leak.java:3", "rule:     foreign-data");
    }

    @Test
    void examinesFoldersOfNoKnownLayout() throws IOException {
        Path elsewhere = clinic.root().resolve("compiled");
        Files.move(clinic.root().resolve("target/classes"), elsewhere);

        assertThat(run(clinic, "--classes", "compiled").status()).isZero();
        assertThat(run(clinic, "--classes", "compiled").output()).contains("guard: 0 errors");
    }

    @Test
    void knowsWithoutLibrariesThatAModuleDeclaresToNeedNoOther() {
        Sample undeclared = with(
                "",
                "src/main/java/net/clinic/patients/package-info.java",
                "@org.springframework.modulith.ApplicationModule(allowedDependencies = {}) package net.clinic.patients;",
                "src/main/java/net/clinic/patients/Next.java",
                "package net.clinic.patients; class Next { net.clinic.appointments.Calendar calendar; }");

        assertThat(run(undeclared, "--libraries", "").output())
                .contains("rule:     undeclared-dependency")
                .doesNotContain("does not declare which modules it may use");
    }

    @Test
    void knowsWithoutLibrariesWhatSpringMakesABean() {
        Sample exported = with("", "src/main/java/net/clinic/patients/Desk.java", """
                package net.clinic.patients;
                @org.springframework.stereotype.Service
                public class Desk { public Desk(net.clinic.patients.domain.PatientRepository patients) {} }
                """);

        Result result = runIn(DESK, exported, "--libraries", "");

        assertThat(result.output()).contains("guard: 0 errors");
        assertThat(result.status()).isZero();
    }

    @Test
    void passesOverClassesOfLibrariesThatItCannotRead() throws IOException {
        Sample ordered = with(
                "",
                "src/main/java/net/clinic/patients/Queue.java",
                "package net.clinic.patients; abstract class Queue implements org.springframework.core.Ordered {"
                        + " org.springframework.core.PriorityOrdered first; }");
        Path jar = ordered.root().resolve("broken.jar");
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path core = Files.createDirectories(archive.getPath("org/springframework/core"));
            Files.writeString(core.resolve("Ordered.class"), "no class");
            Files.writeString(core.resolve("PriorityOrdered.class"), "no class");
        }

        Result result = runIn(DESK, ordered, "--libraries", jar.toString());

        assertThat(result.output()).contains("guard: 0 errors");
        assertThat(result.status()).isZero();
    }

    @Test
    void failsWhereThereIsNothingToLookAt() throws IOException {
        Files.createDirectories(clinic.root().resolve("empty"));

        assertSentence(run(clinic, "--classes", "empty"), "There is no class with @SpringBootApplication");
        assertSentence(run(clinic, "--classes", "missing"), "--classes: there is no ");
        assertSentence(
                run(clinic, "--main", "net.clinic.Elsewhere"),
                "The guard has not found the class net.clinic.Elsewhere. It looked at");
        assertSentence(run(clinic, "--level", "HIGH"), "--level must be CORE or STRICT, not 'HIGH'.");
    }

    @Test
    void failsWhereAJarOfClassesIsNotBuiltInTheProject() throws IOException {
        Path jar = Files.createTempDirectory("elsewhere").resolve("billing.jar");
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectories(archive.getPath("net/clinic/billing"));
        }

        assertSentence(
                run(clinic, "--classes", "target/classes" + File.pathSeparator + jar),
                "--classes: %s was not built by this project".formatted(jar));
    }

    @Test
    void failsWhereThereIsNoModule() {
        Sample flat =
                with("", "src/main/java/org/flat/FlatApplication.java", "package org.flat; class FlatApplication {}");
        FileSystemUtils.deleteRecursively(
                flat.root().resolve("target/classes/net").toFile());

        assertSentence(
                run(flat, "--main", "org.flat.FlatApplication"), "The guard has found no module below 'org.flat'.");
    }

    @Test
    void failsWhereTheSourcesOfNoModuleAreInTheProject() {
        Sample beside = with(
                "",
                "app/pom.xml",
                "<project/>",
                "app/src/main/java/net/clinic/Other.java",
                "package net.clinic; class Other {}");

        assertSentence(
                run(beside, "--sources", beside.root().resolve("app").toString()),
                "The guard has found the sources of no module, only of what lies in "
                        + beside.root().resolve("app"));
    }

    @Test
    void failsWhereAllEntitiesAreBesideThePackageOfTheMainClass() {
        Sample beside = with(
                "",
                "src/main/java/org/acme/app/AcmeApplication.java",
                "package org.acme.app; class AcmeApplication {}",
                "src/main/java/org/acme/app/startup/Banner.java",
                "package org.acme.app.startup; class Banner {}",
                "src/main/java/org/acme/orders/Order.java",
                "package org.acme.orders; @org.springframework.data.relational.core.mapping.Table record Order(long id) {}");
        FileSystemUtils.deleteRecursively(
                beside.root().resolve("target/classes/net").toFile());

        assertSentence(
                run(beside, "--main", "org.acme.app.AcmeApplication"),
                "None of the entities that the guard has found is in a module, for example: [org.acme.orders.Order].");
    }

    @Test
    void goesOnWhereEntitiesLieBelowTheMainClassButInNoModule() {
        Sample mixed = with(
                "",
                "src/main/java/org/acme/AcmeApplication.java",
                "package org.acme; class AcmeApplication {}",
                "src/main/java/org/acme/orders/Prices.java",
                "package org.acme.orders; class Prices {}",
                "src/main/java/org/acme/Order.java",
                "package org.acme; @org.springframework.data.relational.core.mapping.Table record Order(long id) {}");
        FileSystemUtils.deleteRecursively(
                mixed.root().resolve("target/classes/net").toFile());

        assertThat(run(mixed, "--main", "org.acme.AcmeApplication").output()).contains("guard: ");
    }

    @Test
    void passesOverLinksThatLeadNowhereOrToFolders() throws IOException {
        Files.createSymbolicLink(clinic.root().resolve("application.yml"), Path.of("missing.yml"));
        Files.createSymbolicLink(clinic.root().resolve("start.sh"), Path.of("src"));

        Result result = run(clinic);

        assertThat(result.output()).contains("guard: 0 errors");
        assertThat(result.status()).isZero();
    }

    /** One module, by ports and adapters. */
    @Test
    void takesNoLayersForModules() {
        Sample bank = with(
                "",
                "src/main/java/org/bank/BankApplication.java",
                "package org.bank; class BankApplication {}",
                "src/main/java/org/bank/adapter/in/web/AccountController.java",
                "package org.bank.adapter.in.web; class AccountController {}",
                "src/main/java/org/bank/application/port/in/SendMoney.java",
                "package org.bank.application.port.in; interface SendMoney {}",
                "src/main/java/org/bank/common/Checks.java",
                "package org.bank.common; class Checks {}");
        FileSystemUtils.deleteRecursively(
                bank.root().resolve("target/classes/net").toFile());

        assertSentence(
                run(bank, "--main", "org.bank.BankApplication"), "The guard has found no module below 'org.bank'.");
    }

    @Test
    void takesNoPackageForInternalWhereNobodySaysWhatIsExported() {
        Sample flat = with(
                "",
                "src/main/java/org/flat/FlatApplication.java",
                "package org.flat; class FlatApplication {}",
                "src/main/java/org/flat/orders/service/Desk.java",
                "package org.flat.orders.service; public class Desk {}",
                "src/main/java/org/flat/orders/internal/Numbers.java",
                "package org.flat.orders.internal; public class Numbers {}",
                "src/main/java/org/flat/bills/service/Bills.java",
                "package org.flat.bills.service; class Bills { org.flat.orders.service.Desk orders; }",
                "src/main/java/org/flat/bills/service/Reach.java",
                "package org.flat.bills.service; class Reach { org.flat.orders.internal.Numbers numbers; }");
        FileSystemUtils.deleteRecursively(
                flat.root().resolve("target/classes/net").toFile());

        assertThat(run(flat, "--main", "org.flat.FlatApplication").output())
                .contains(
                        "guard: 1 errors",
                        "Reach of module 'bills' uses Numbers, which module 'orders' does not export");
    }

    @Test
    void countsAnEntityInARecordOnce() {
        Sample exposed = with(
                "",
                "src/main/java/net/clinic/patients/Admission.java",
                "package net.clinic.patients; public record Admission(net.clinic.patients.domain.Patient it) {}");

        assertThat(run(exposed).output()).containsOnlyOnce("exposes the entity Patient");
    }

    @Test
    void baselineHoldsWhatWasThereAndNothingThatCameLater() {
        Sample leaking = with(LEAK);

        assertThat(runIn(DESK, leaking, "--baseline", "write").status()).isZero();
        assertThat(baseline(leaking))
                .containsExactly(
                        "foreign-data net.clinic.appointments.Leak -> the repository PatientRepository",
                        "foreign-data net.clinic.appointments.Leak#count -> PatientRepository.count");
        assertThat(run(leaking).status()).isZero();

        Sample later = with(SECOND_LEAK, "guard-baseline.txt", text(leaking, "guard-baseline.txt"));
        assertThat(run(later).status()).isOne();
        assertThat(runIn(DESK, later, "--baseline", "write").status()).isOne();
        assertThat(baseline(later)).hasSize(2);
    }

    @Test
    void baselineLosesWhatWasFixed() {
        Sample fixed = with(
                "package net.clinic.appointments; class Leak {}",
                "guard-baseline.txt",
                "foreign-data net.clinic.appointments.Leak#count -> PatientRepository.count\n");

        assertThat(run(fixed).output()).contains("1 entries of guard-baseline.txt are fixed");
        assertThat(run(fixed, "--baseline", "write").status()).isZero();
        assertThat(baseline(fixed)).isEmpty();
    }

    @Test
    void baselineTakesTheFindingsOfOneRuleOnly() {
        Sample leaking = with(LEAK, "guard-baseline.txt", "");

        assertThat(runIn(DESK, leaking, "--baseline", "accept").output()).contains("accept needs");
        runIn(DESK, leaking, "--baseline", "accept", "--rule", "foreign-table");
        assertThat(baseline(leaking)).isEmpty();
        assertThat(runIn(DESK, leaking, "--baseline", "accept", "--rule", "foreign-data")
                        .status())
                .isZero();
        assertThat(baseline(leaking)).hasSize(2);
    }

    @Test
    void baselineDoesNotGrowWhereCiIsSet() {
        Map<String, String> ci = Map.of("CI", "true");

        assertSentence(runIn(ci, with(LEAK), "--baseline", "write"), "not written where the variable CI is set");
        assertSentence(
                runIn(ci, with(LEAK, "guard-baseline.txt", ""), "--baseline", "accept", "--rule", "foreign-data"),
                "not written where the variable CI is set");
    }

    @Test
    void exceptionHoldsUntilItEnds() {
        String name = "architecture-exceptions.yml";

        assertThat(run(with(LEAK, name, EXCEPTION.formatted(LocalDate.now().plusMonths(2))))
                        .status())
                .isZero();
        assertThat(run(with(LEAK, name, EXCEPTION.formatted("2024-02-29"))).output())
                .contains("expired on 2024-02-29", "rule:     foreign-data");
        assertThat(run(with(LEAK, name, EXCEPTION.formatted("2999-01-01"))).output())
                .contains("lasts until 2999-01-01");
        assertThat(run(with(
                                "package net.clinic.appointments; class Leak {}",
                                name,
                                EXCEPTION.formatted(LocalDate.now().plusMonths(2))))
                        .output())
                .contains("is not needed");
        assertThat(run(with(LEAK, name, EXCEPTION.formatted("soon"))).output())
                .contains("ends at 'soon', which is not a date");
    }

    @Test
    void messagePrintsAnExceptionThatCanBePasted() {
        String output = run(with(LEAK)).output();
        String entry = output.substring(output.indexOf("- rule: foreign-data"))
                .lines()
                .takeWhile(it -> !it.isBlank())
                .collect(Collectors.joining("\n"));

        assertThat(entry).contains("where: " + APPOINTMENTS + "Leak.java", "expires: ");
    }

    @Test
    void messagePrintsNoExceptionWhereNoneIsAllowed() {
        String output = run(with("", "src/test/java/net/clinic/ArchitectureTests.java", """
                package net.clinic;
                @org.junit.jupiter.api.Disabled
                class ArchitectureTests { com.tngtech.archunit.lang.ArchRule rule; }
                """))
                .output();

        assertThat(output).contains("rule:     muted-guard").doesNotContain("- rule: muted-guard");
    }

    @Test
    void sarifIsReadByAnybodyWhoReadsJson() {
        Sample leaking = with(LEAK, "src/main/java/net/clinic/a b%20/Other.java", "");
        run(leaking);

        Map<String, Object> sarif = new Yaml().load(text(leaking, "target/guard/guard.sarif"));
        assertThat(sarif).containsEntry("version", "2.1.0");
        assertThat(text(leaking, "target/guard/guard.sarif"))
                .contains("\"ruleId\":\"foreign-data\",\"level\":\"error\"")
                .contains("\"uri\":\"" + APPOINTMENTS + "Leak.java\"")
                .contains("\"startLine\":3");
    }

    @Test
    void sarifNamesAFileOutsideTheProjectByAnAbsoluteUri() throws IOException {
        Path jar = Files.createTempDirectory("library").resolve("library.jar");
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path folder = Files.createDirectories(archive.getPath("db/migration/patients"));
            Files.writeString(folder.resolve("V9__more.sql"), "drop table patient;");
        }
        run(clinic, "--libraries", jar.toString());

        assertThat(text(clinic, "target/guard/guard.sarif"))
                .contains("\"artifactLocation\":{\"uri\":\"file://" + jar + "!/db/migration/patients/V9__more.sql\"}");
    }

    @Test
    void aModuleAmongTheLibrariesIsTheSameModule() throws IOException {
        String script = "db/migration/patients/V1__patients.sql";
        String sql = "create table patients.patient (id uuid primary key);";
        Sample migrated = clinic.with(Map.of("src/main/resources/" + script, sql));
        samples.add(migrated);
        Path jar = Files.createTempDirectory("library").resolve("patients-1.jar");
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path file = archive.getPath(script);
            Files.createDirectories(file.getParent());
            Files.writeString(file, sql);
        }

        run(migrated, "--libraries", jar.toString());

        assertThat(text(migrated, "target/guard/report.md"))
                .contains("patients/V1__patients.sql")
                .doesNotContain(jar.getFileName().toString());
    }

    @Test
    void gitHubIsToldOfPathsInItsRepository() {
        Sample leaking = with(LEAK);
        Path around = leaking.root().getParent();

        assertThat(runIn(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "" + around), leaking)
                        .output())
                .contains("::error file=%s/%sLeak.java,line=3,title=foreign-data::"
                        .formatted(leaking.root().getFileName(), APPOINTMENTS));
    }

    private static void assertSentence(Result result, String sentence) {
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains(sentence).doesNotContain("\tat ");
    }

    private Sample with(String leak, String... fileAndText) {
        Map<String, String> files = new LinkedHashMap<>(Map.of(APPOINTMENTS + "Leak.java", leak));
        for (int i = 0; i < fileAndText.length; i += 2) {
            files.put(fileAndText[i], fileAndText[i + 1]);
        }
        Sample sample = clinic.with(files);
        samples.add(sample);
        return sample;
    }

    private static Result run(Sample sample, String... options) {
        List<String> arguments = arguments(sample, options);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(output, true)) {
            System.setOut(both);
            System.setErr(both);
            return new Result(new GuardEngine().run(arguments.toArray(String[]::new)), output.toString());
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.clearProperty("guard.baseline");
            System.clearProperty("guard.rule");
        }
    }

    private static Result runIn(Map<String, String> environment, Sample sample, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(".*/(guard/target/.*|(archunit|jsqlparser|snakeyaml|slf4j-api)[^/]*\\.jar)"),
                "io.watertight.guard.Main"));
        command.addAll(arguments(sample, options));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> arguments(Sample sample, String... options) {
        Map<String, String> arguments = new LinkedHashMap<>(Map.of(
                "--classes", "target/classes",
                "--sources", sample.root().toString(),
                "--report", sample.root().resolve("target/guard").toString(),
                "--libraries", classPath(".*/(spring-(data|modulith|context)|jakarta)[^/]*\\.jar")));
        for (int i = 0; i < options.length; i += 2) {
            arguments.put(options[i], options[i + 1]);
        }
        arguments.computeIfPresent(
                "--classes", (_, it) -> sample.root().resolve(it).toString());
        return arguments.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toList();
    }

    private static String classPath(String pattern) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> it.matches(pattern))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> baseline(Sample sample) {
        return text(sample, "guard-baseline.txt")
                .lines()
                .filter(it -> !it.startsWith("#"))
                .toList();
    }

    private static String text(Sample sample, String file) {
        try {
            return Files.readString(sample.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Result(int status, String output) {}
}
