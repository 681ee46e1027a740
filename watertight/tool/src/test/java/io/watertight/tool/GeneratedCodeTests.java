package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tool writes is what the build's own formatter would, and follows the living modules. */
class GeneratedCodeTests {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(false)
            .build());
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import ((?:static )?(?:io\\.watertight|org|jakarta)\\.[\\w.]+);");

    @TempDir
    Path folder;

    Checkout checkout = new Checkout(Path.of(""));

    @BeforeEach
    void given() {
        checkout = Checkout.copiedTo(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes --aggregate Note title:text",
                "fleet --aggregate Ship imo:int!unique",
                "tiny --aggregate T k:long!unique a:boolean?",
                "staff --aggregate StaffMember --plural staffMembers name:text!unique event:text? command:text mapper:int"
                        + " model:text revision:text expected:date? page:int staffMember:text? events:int now:instant?",
                "loans --aggregate BookLoan due:date items:list(Item,isbn:text,count:int)"
                        + " parties:list(Party,name:text,role:enum(BORROWER,GUARANTOR))",
                "moorings --aggregate Mooring berth:text!unique owner:customers.Customer goods:catalog.Product?"
                        + " ropes:list(Rope,length:decimal)",
                "calls --aggregate PhoneCall caller:customers.Customer --no-tables",
                "signals --aggregate Signal code:text!unique level:int --no-tables",
                "bids --aggregate Bid token:uuid!unique amount:money --no-pages",
                "trades --aggregate Trade amount:money legs:list(Leg,side:enum(BUY,SELL),rate:decimal) memo:text?",
                "warehousing --aggregate StorageLocationAssignment locationCode:text!unique description:text validUntil:date?"
                        + " lines:list(AssignmentLine,quantity:int,price:money?)",
                "visits --aggregate Appointment startsAt:instant room:text urgent:boolean? referral:uuid? weight:long?"
                        + " state:enum(BOOKED,DONE,NO_SHOW)? tons:decimal?"
            })
    void isFormattedWhateverTheNamesAre(String command) throws FormatterException {
        String[] words = ("new-module " + command).split(" ");
        assertThat(checkout.wt(words)).returns(0, Checkout.Answer::exitCode);
        assertIsFormatted(words[1]);
    }

    @Test
    void holdsTheKeyOfAnotherModuleInItsOwnTypeAndAsksBeforeTheTransaction() throws FormatterException {
        checkout.wt("new-module", "pets", "--aggregate", "Pet", "name:text");
        checkout.wt("new-module", "wards", "--aggregate", "Ward", "number:int!unique", "name:text");
        checkout.wt("new-module", "statements", "--aggregate", "Bill", "code:text!unique", "name:text");
        assertThat(checkout.wt(
                        "new-module",
                        "visits",
                        "--aggregate",
                        "Visit",
                        "pet:pets.Pet",
                        "ward:wards.Ward?",
                        "bill:statements.Bill"))
                .returns(0, Checkout.Answer::exitCode);
        Plan plan = checkout.plan();
        Project project = Project.of(plan);
        assertThat(plan.read(project.api("visits") + "/NewVisit.java"))
                .contains("@NotNull UUID pet,", "@Nullable Integer ward,", "String bill)");
        assertThat(plan.read(project.migrations("visits") + "/V1__visits.sql"))
                .containsPattern("pet +uuid +not null")
                .containsPattern("ward +integer,");
        assertThat(plan.read(project.internal("visits") + "/DefaultVisitService.java"))
                .contains("""
                            public VisitDto register(NewVisit command) {
                                pets.pet(command.pet());
                                if (command.ward() != null) {
                                    wards.ward(command.ward());
                                }
                                billService.bill(command.bill());
                                return commands.register(command);
                            }
                        """);
        assertThat(plan.read(project.internal("visits") + "/VisitCommands.java"))
                .contains(
                        "    @Transactional\n    @Audited(subject = \"result.id\")\n    VisitDto register(NewVisit command)");
        assertIsFormatted("visits");
    }

    @Test
    void passesTheKeyFirstWhereverItWasDeclared() {
        checkout.wt(
                "new-module", "doors", "--aggregate", "Door", "a:int", "hours:list(Hour,begin:int)", "b:uuid!unique");
        String path = Project.of(checkout.plan()).internal("doors") + "/Door.java";
        assertThat(checkout.plan().read(path)).contains("new Door(id, version, b, a, newHours)");
    }

    @Test
    void staysFormattedWhenFieldsComeAndGo() throws FormatterException {
        checkout.wt("new-module", "voyages", "--aggregate", "Voyage", "number:text!unique", "name:text", "fare:money?");
        List<String[]> commands = List.of(
                new String[] {"add-field", "voyages", "Voyage", "berths:int", "--default", "0"},
                new String[] {"add-field", "voyages", "Voyage", "level:enum(LOW,HIGH)", "--default", "LOW"},
                new String[] {"add-field", "voyages", "Voyage", "toll:money?"},
                new String[] {"rename-field", "voyages", "Voyage", "fare", "price"},
                new String[] {"remove-field", "voyages", "Voyage", "berths"},
                new String[] {"remove-field", "voyages", "Voyage", "berths", "--drop-column"});
        for (String[] command : commands) {
            Checkout.Answer answer = checkout.wt(command);
            assertThat(answer.exitCode()).as(String.join(" ", command)).isZero();
            assertThat(answer.output()).doesNotContain("Look at", "too long");
            assertIsFormatted("voyages");
        }
        Plan plan = checkout.plan();
        assertThat(plan.files("modules/voyages/src/main/resources/db/migration/voyages").stream()
                        .map(plan::read)
                        .skip(1)
                        .collect(Collectors.joining()))
                .isEqualTo("""
                        alter table voyages.voyage add column berths integer default 0 not null;
                        alter table voyages.voyage alter column berths drop default;
                        alter table voyages.voyage add column level text default 'LOW' not null check (level in ('LOW', 'HIGH'));
                        alter table voyages.voyage alter column level drop default;
                        alter table voyages.voyage add column toll_amount numeric;
                        alter table voyages.voyage add column toll_currency char(3);
                        alter table voyages.voyage rename column fare_amount to price_amount;
                        alter table voyages.voyage rename column fare_currency to price_currency;
                        alter table voyages.voyage alter column berths drop not null;
                        alter table voyages.voyage drop column berths;
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nick:text?", "born:date?", "level:enum(LOW,HIGH)?", "limitOfCredit:money?", "weight:decimal?"})
    void leavesRecordsOfOnesOwnFormattedThatGetAField(String field) throws FormatterException {
        assertThat(checkout.wt("add-field", "customers", "Customer", field)).returns(0, Checkout.Answer::exitCode);
        assertIsFormatted("customers/src/main");
    }

    /** A library, an annotation or a helper that the living modules have given up must not live on in the pattern. */
    @Test
    void usesOfTheFrameworkAndTheToolkitOnlyWhatTheLivingModulesUse() {
        Set<String> living = importsBelow("modules");
        living.addAll(importsBelow("remote"));
        checkout.wt("new-module", "voyages", "--aggregate", "Voyage", "number:text!unique", "name:text?", "fare:money");
        Set<String> generated = importsBelow("modules/voyages");
        generated.addAll(importsBelow("remote"));
        generated.removeAll(living);
        generated.removeAll(
                Set.of("io.watertight.testing.statements.Statements", "org.springframework.data.domain.Limit"));
        assertThat(generated).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " of:guests.Guest"})
    void writesNothingWhereNothingChangesAsTheLivingModulesDo(String reference) {
        checkout.wt("new-module", "guests", "--aggregate", "Guest", "code:text!unique", "name:text");
        checkout.wt(("new-module buyers --aggregate Buyer number:text!unique stops:list(Stop,x:int)" + reference)
                .split(" "));
        Plan plan = checkout.plan();
        Project project = Project.of(plan);
        String living = plan.read(project.internal("customers") + "/Default%sService.java".formatted("Customer"));
        String change = Pattern.compile("(?s)    private \\w+ change\\(.*?\\n    }\\n")
                .matcher(living)
                .results()
                .findFirst()
                .orElseThrow()
                .group()
                .replace("Customer", "Buyer")
                .replace("customer", "buyer");
        String service = reference.isEmpty() ? "/DefaultBuyerService.java" : "/BuyerCommands.java";
        assertThat(plan.read(project.internal("buyers") + service))
                .contains(change, "return change(number, expected, it -> it.withStops(mapper.toStops(stops)));");
    }

    private Set<String> importsBelow(String folder) {
        Plan plan = checkout.plan();
        return plan.files(folder).stream()
                .filter(path -> path.endsWith(".java"))
                .flatMap(path -> IMPORT.matcher(plan.read(path)).results().map(it -> it.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void assertIsFormatted(String module) throws FormatterException {
        Plan plan = checkout.plan();
        List<String> unformatted = new ArrayList<>();
        List<String> written = new ArrayList<>(plan.files("modules/" + module));
        written.addAll(plan.files("remote/src"));
        for (String path : written) {
            if (path.endsWith(".java")) {
                String source = plan.read(path);
                String ordered = ImportOrderer.reorderImports(FORMATTER.formatSource(source), Style.PALANTIR);
                if (!RemoveUnusedImports.removeUnusedImports(ordered).equals(source)) {
                    unformatted.add(path);
                }
            }
        }
        assertThat(unformatted).isEmpty();
        assertThat(written)
                .allSatisfy(path -> assertThat(plan.read(path))
                        .doesNotContain("TODO", "FIXME")
                        .doesNotContainPattern("(?<!\\$)\\{\\{"));
    }
}
