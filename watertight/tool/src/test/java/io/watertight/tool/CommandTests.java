package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTests {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^\\| `[A-Z]+ (/api/[a-z-]+)");

    private static final Pattern TRANSCRIPT =
            Pattern.compile("(?m)^\\$ \\./wt (new-module .*)\n((?:(?!\\$ |```).*\n)+)");

    @TempDir
    Path folder;

    Checkout checkout = new Checkout(Path.of(""));

    @BeforeEach
    void given() {
        checkout = Checkout.copiedTo(folder.resolve("with a space"));
    }

    static Iterable<Command> commands() {
        return Commands.all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpsWithAnExample(Command command) {
        assertThat(checkout.wt((command.name() + " --help").split(" ")))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("Example:", "wt " + command.name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            frobnicate                                             | 2
            new-module                                             | 2
            new-module a --aggregate A                             | 2
            new-module a --aggregate A x:text --colour red         | 2
            new-module a --aggregate A x                           | 2
            new-module a --aggregate A x:texts                     | 2
            new-module a --aggregate A x:text?!unique              | 1
            new-module class --aggregate A x:text                  | 1
            new-module a --aggregate A x:nobody.Thing              | 1
            new-module a --aggregate A expected:text!unique        | 1
            new-module a --aggregate A events:list(E,x:int)        | 1
            new-module a --aggregate A xs:list(E,position:int)     | 1
            new-module a --aggregate A xs:list(E,a:int)            | 1
            new-module a --aggregate Series x:text                 | 1
            new-module a --aggregate Session x:text                | 1
            new-module a --aggregate A --plural products x:text    | 1
            new-module a --aggregate A x:money xAmount:text        | 1
            new-module a --aggregate Test x:text                   | 1
            new-module a --aggregate Size x:text                   | 1
            new-module a --aggregate A xs:list(NewA,x:int)         | 1
            new-module a --aggregate A kind:enum(B) xs:list(AKind,x:int) | 1
            add-field nobody A x:text                              | 1
            add-field customers Customer x:int --default 9999999999 | 1
            add-field customers Customer x:date --default 2026-02-30 | 1
            add-field customers Address x:text?                    | 1
            rename-field customers Address city town               | 1
            new-project ../a --group io.acme --name b --minimal --modules customers | 2
            remove-module nobody                                   | 1
            rename --group io.acme                                 | 2
            rename --group io.acme --name customers                | 1
            rename --group io.acme --name test                     | 1
            rename --group io.acme --name testing                  | 1
            rename --group io.acme --name health                   | 1
            rename --group io.acme --name currency                 | 1
            new-module a --aggregate A --plural class x:text       | 1
            new-module a --aggregate A --plural Things x:text      | 1
            new-module a --aggregate A --plural= x:text            | 2
            new-module a --aggregate Statement x:text              | 1
            new-module a --aggregate A --plural commands x:text    | 1
            new-module a --aggregate A registered:text!unique      | 1
            """)
    void saysInOneSentenceWhatIsWrongAndChangesNothing(String command, int exitCode) {
        Checkout.Answer answer = checkout.wt(command.split(" +"));
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        assertThat(answer.output()).startsWith("wt: ").hasLineCount(1);
        assertThat(checkout.root().resolve("target/wt/pending")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sample        | Did you mean 'sample remove'?
            new           | Did you mean 'new-project' or 'new-module'?
            remove        | Did you mean 'remove-field', 'remove-module' or 'sample remove'?
            new-modul     | Did you mean 'new-module'?
            rename-feild  | Did you mean 'rename-field'?
            upgarde       | Did you mean 'upgrade'?
            help sample   | Did you mean 'sample remove'?
            """, quoteCharacter = '"')
    void namesTheCommandsThatSomebodyMayHaveMeant(String command, String meant) {
        assertThat(checkout.wt(command.split(" ")))
                .returns(2, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("There is no command ", meant, "'./wt help' lists all commands.")
                .hasLineCount(1);
    }

    @Test
    void listsAllCommandsForWhoeverWantsHelpWithTheHelp() {
        assertThat(checkout.wt("help", "help").output())
                .isEqualTo(checkout.wt("help").output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help sample remove", "sample remove -h"})
    void explainsACommandHoweverSomebodyAsks(String command) {
        assertThat(checkout.wt(command.split(" ")))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .startsWith("wt sample remove\n");
    }

    @Test
    void changesNothingInADryRunAndShowsAllOfIt() {
        String poms = checkout.plan().read("modules/pom.xml");
        Checkout.Answer answer = checkout.wt("new-module", "tours", "--aggregate", "Tour", "title:text", "--dry-run");
        assertThat(answer.output())
                .contains("+++ b/modules/tours/pom.xml", "+    <module>tours</module>", "Nothing was written");
        assertThat(checkout.plan().read("modules/pom.xml")).isEqualTo(poms);
        assertThat(checkout.plan().files("modules/tours")).isEmpty();
    }

    @Test
    void saysInADryRunWhatThePlanAloneDoesNotSay() {
        checkout.write("docs/start.md", "Type `--name harbor`, and `harbor_app` is the login.");
        assertThat(checkout.wt("rename", "--group", "io.acme", "--name", "harbor", "--dry-run")
                        .output())
                .contains("  \\connect harbor\n", "Nothing was written: ");
    }

    @Test
    void leavesToTheNextCallThatWritesWhatAnEarlierOneHasBegun() {
        checkout.write("target/wt/pending/0", "two\n");
        checkout.write("target/wt/pending/journal", "write 0 begun.txt");
        assertThat(checkout.wt("rename", "--group", "io.acme", "--name", "harbor", "--dry-run")
                        .output())
                .startsWith(
                        "An earlier command was interrupted while it was writing; the next command without --dry-run completes it.");
        assertThat(checkout.root().resolve("begun.txt")).doesNotExist();
        checkout.wt("remove-module", "nobody");
        assertThat(checkout.root().resolve("begun.txt")).hasContent("two");
    }

    @Test
    void doesNothingWhileAnotherCallRuns() throws IOException {
        Path lock = checkout.write(CallLock.FILE, "").root().resolve(CallLock.FILE);
        checkout.write("target/wt/pending/0", "of the other call");
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            other.lock();
            assertThat(checkout.wt("remove-module", "demo"))
                    .returns(1, Checkout.Answer::exitCode)
                    .extracting(Checkout.Answer::output)
                    .asString()
                    .contains("Another wt command");
        }
        assertThat(checkout.root().resolve("target/wt/pending/0")).hasContent("of the other call");
        assertThat(checkout.wt("remove-module", "demo").exitCode()).isZero();
    }

    @Test
    void writesNumbersAsProgramsReadThemWhateverTheLanguage() {
        Locale language = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(checkout.wt("rename", "--group", "io.acme", "--name", "harbor", "--dry-run")
                            .output())
                    .contains("@@ -1,")
                    .containsPattern("substr\\(event_type, [0-9]+\\)");
        } finally {
            Locale.setDefault(language);
        }
    }

    @Test
    void leavesNothingOfTheOldNamesOutsideTheToolkit() {
        Project project = Project.of(checkout.plan());
        String group = project.group();
        Words name = Words.of(project.name());
        assertThat(checkout.wt("rename", "--group", "io.acme", "--name", "night-market"))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains(" files moved.", "Next: ./mvnw spotless:apply verify");
        Plan plan = checkout.plan();
        assertThat(plan.files("").stream().filter(path -> !path.startsWith("watertight/") && plan.isText(path)))
                .allSatisfy(path -> assertThat(plan.read(path) + path)
                        .doesNotContain(
                                group + ".",
                                group.replace('.', '/'),
                                name.upperSnake() + "_",
                                name.snake() + "_app",
                                name.snake() + "_migrator",
                                name.pascal() + "Application",
                                name.kebab() + "-session"));
        assertThat(plan.read("app/src/main/resources/application.yml"))
                .contains("name: night-market", "night_market_app", "NIGHT_MARKET_");
        assertThat(plan.files("app/src/main/java").stream().map(plan::read).collect(Collectors.joining()))
                .contains("systemName = \"Night Market\"", ".title(\"Night Market\")");
    }

    @Test
    void showsWhatANewProjectWouldBeAndMakesNone() {
        Path mine = folder.resolve("it's mine");
        assertThat(checkout.wt(
                        "new-project", mine.toString(), "--group", "io.acme", "--name", "night-market", "--dry-run"))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("+++ b/app/pom.xml", "would be a copy of this checkout", "Nothing was written.");
        assertThat(folder).isDirectoryNotContaining("glob:**mine*");
    }

    @Test
    void makesANewProjectBesideWhatIsThere() throws IOException {
        Path mine = folder.resolve("it's mine");
        Path other = Files.createDirectories(folder.resolve("it's mine.new"));
        String[] command = {"new-project", mine.toString(), "--group", "io.acme", "--name", "night-market"};
        assertThat(checkout.wt(command)).returns(1, Checkout.Answer::exitCode);
        assertThat(other).isEmptyDirectory();

        Files.delete(other);
        assertThat(checkout.wt(command))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("Next: cd '" + folder, "it'\\''s mine' && git init && ./mvnw -q spotless:apply && git add");
        assertThat(mine).isDirectoryContaining("glob:**pom.xml");
        assertThat(new Checkout(mine).wt("new-module", "market", "--aggregate", "Stall", "name:text"))
                .returns(0, Checkout.Answer::exitCode);
    }

    @Test
    void refusesAModuleThatIsCalledLikeTheProject() {
        String name = Words.of(Project.of(checkout.plan()).name()).joined();
        assertThat(checkout.wt("new-module", name, "--aggregate", "Stall", "name:text"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("would share the login");
    }

    @Test
    void leavesANewFieldOutOfWhatIsMappedFromItsAggregateToSomethingElse() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        String mapper = Project.of(checkout.plan()).internal("ports") + "/PortMapper.java";
        String berths = """
                    @BeanMapping(ignoreUnmappedSourceProperties = {"id", "title"})
                    BerthDto toBerth(Port port);
                """;
        String before = checkout.plan().read(mapper).replaceFirst("}\\s*$", "\n" + berths + "}\n");
        checkout.write(mapper, before);
        checkout.wt("add-field", "ports", "Port", "free:boolean", "--default", "false");
        assertThat(checkout.plan().read(mapper)).isEqualTo(before.replace("\"title\"}", "\"title\", \"free\"}"));
        checkout.wt("remove-field", "ports", "Port", "free");
        assertThat(checkout.plan().read(mapper)).isEqualTo(before);
    }

    @Test
    void tellsAFieldFromTheNameOfAnEnumAndFromWhatAPageOrItsCursorHas() {
        checkout.wt(
                "new-module", "ports", "--aggregate", "Port", "name:text", "key:text", "next:int", "kind:enum(A,B)");
        assertThat(checkout.wt("rename-field", "ports", "Port", "name", "title").exitCode())
                .isZero();
        assertThat(checkout.wt("rename-field", "ports", "Port", "next", "following")
                        .exitCode())
                .isZero();
        assertThat(checkout.wt("remove-field", "ports", "Port", "key").exitCode())
                .isZero();
        Plan plan = checkout.plan();
        String list = plan.read("modules/ports/src/main/resources/templates/ports/ports.html");
        assertThat(list).contains("${port.title}", "port.kind.name()", "${port.following}", "page.next");
        assertThat(plan.read(Project.of(plan).internal("ports") + "/DefaultPortService.java"))
                .contains("Cursor.decode(LIST, cursor, 1).key()");
    }

    @Test
    void printsMomentsAndAmountsForPeopleAndRenamesAndRemovesThem() {
        checkout.wt(
                "new-module",
                "stays",
                "--aggregate",
                "Stay",
                "begin:instant",
                "fee:money?",
                "nights:list(Night,at:instant)");
        checkout.wt("add-field", "stays", "Stay", "departure:instant?");
        String templates = "modules/stays/src/main/resources/templates/stays/";
        Plan plan = checkout.plan();
        assertThat(plan.read(templates + "stays.html"))
                .contains("th:text=\"${{stay.begin}}\"", "${{stay.fee}}", "${{stay.departure}}");
        assertThat(plan.read(templates + "stay.html"))
                .contains("th:text=\"${{stay.begin}}\"", "${{stay.fee}}", "${{stay.departure}}", "${{night.at}}");
        assertThat(plan.read(templates + "fields.html")).contains("th:value=\"${edit?.begin}\"");

        checkout.wt("rename-field", "stays", "Stay", "begin", "arrival");
        assertThat(checkout.wt("rename-field", "stays", "Stay", "fee", "price").output())
                .contains(
                        "'fee' is now 'price'; V4__stay_price.sql renames its column.",
                        "Next: ./mvnw spotless:apply verify -Dcontract=write");
        checkout.wt("remove-field", "stays", "Stay", "departure");
        assertThat(checkout.plan().read(templates + "stays.html"))
                .contains("data-label=\"Arrival\" th:text=\"${{stay.arrival}}\"")
                .doesNotContain("begin", "departure");
    }

    @Test
    void tellsAFieldFromTheModuleTheTableAndTheNoticeThatAreCalledLikeIt() {
        checkout.wt(
                "new-module",
                "visit",
                "--aggregate",
                "Visit",
                "number:text!unique",
                "visit:text",
                "done:boolean",
                "stops:list(Stop,place:text)");
        checkout.wt("rename-field", "visit", "Visit", "visit", "purpose");
        checkout.wt("rename-field", "visit", "Visit", "done", "over");
        Plan plan = checkout.plan();
        String internal = Project.of(plan).internal("visit");
        assertThat(plan.read(internal + "/Visit.java"))
                .contains("@Table(schema = \"visit\")", "idColumn = \"visit\"", "String purpose,", "boolean over,");
        assertThat(plan.read(internal + "/VisitRepository.java"))
                .contains("select number, purpose, over, version", "from visit.visit");
        assertThat(plan.read(internal + "/VisitPageController.java"))
                .contains("DONE = \"done\"", "model.addAttribute(\"visit\"");
        assertThat(plan.read("modules/visit/src/main/resources/templates/visit/visit.html"))
                .contains("<h2 id=\"facts\">Visit</h2>", "${done}", "${visit.purpose}", "visit.over");
    }

    @Test
    void renamesAComponentInTheConstructorThatChecksIt() {
        assertThat(checkout.wt("rename-field", "customers", "Customer", "email", "mail")
                        .exitCode())
                .isZero();
        Plan plan = checkout.plan();
        assertThat(plan.read(Project.of(plan).api("customers") + "/New%s.java".formatted("Customer")))
                .contains("String mail,")
                .doesNotContainPattern("\\bemail\\b");
    }

    @Test
    void renamesAnAccessorThatIsHandedOnAndRemovesNoneThatIs() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text", "note:text?");
        String file = Project.of(checkout.plan()).internal("ports") + "/PortExport.java";
        checkout.write(
                file,
                "CsvColumns.of(\"title\", PortDto::title).column(\"note\", PortDto::note).column(Other::title);\n");
        assertThat(checkout.wt("rename-field", "ports", "Port", "title", "caption")
                        .exitCode())
                .isZero();
        assertThat(checkout.plan().read(file)).contains("(\"caption\", PortDto::caption)", "Other::title");
        assertThat(checkout.wt("remove-field", "ports", "Port", "note"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("still used in PortExport.java");
    }

    @Test
    void leavesTheWordsOfAWorkflowToGitAndMaven() {
        String workflow = "branches: [main]\nenv:\n  MAIN_TRACES: none\n";
        assertThat(checkout.wt("rename", "--group", "io.acme", "--name", "main").exitCode())
                .isZero();
        checkout.write(".github/workflows/verify.yml", workflow);
        assertThat(checkout.wt("rename", "--group", "io.acme", "--name", "harbor")
                        .exitCode())
                .isZero();
        assertThat(checkout.plan().read(".github/workflows/verify.yml"))
                .isEqualTo(workflow.replace("MAIN_", "HARBOR_"));
    }

    @Test
    void listsOnlyTypesThatAFieldMoreCanHave() {
        assertThat(checkout.wt("add-field", "--help").output())
                .contains("enum(OPEN,CLOSED)", "A ? after the type")
                .doesNotContain("suppliers.Supplier", "list(", "!unique");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x:int       | many  | a whole number of up to 2147483647
            x:decimal   | 2,5   | a number with at most four digits after the point, as in 2.5
            x:money     | 2.50  | an amount and a currency, as in '0.00 EUR'
            x:boolean   | yes   | true or false
            x:date      | today | a day, as in 2026-11-28
            x:instant   | now   | a moment in UTC, as in 2026-11-28T10:00:00Z
            x:enum(A,B) | C     | one of A, B
            """, quoteCharacter = '"')
    void saysWhatADefaultHasToBe(String field, String value, String expected) {
        assertThat(checkout.wt("add-field", "customers", "Customer", field, "--default", value)
                        .output())
                .isEqualToIgnoringNewLines(
                        "wt: '%s' is not a valid value of x: it has to be %s.".formatted(value, expected));
    }

    @Test
    void namesAFewUsesOfAModuleThatIsNotTakenOut() {
        assertThat(checkout.wt("remove-module", "catalog").output())
                .containsPattern("module 'orders' needs \\w+, \\w+, \\w+ and \\d+ more")
                .hasLineCount(1)
                .hasSizeLessThan(1000);
    }

    @Test
    void saysWhereAModuleIsMissingThatWasCopiedByHand() {
        checkout.write("modules/suppliers/pom.xml", "<project/>");
        assertThat(checkout.wt("add-field", "suppliers", "Supplier", "note:text?"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("modules/pom.xml does not name", "add <module>suppliers</module>");
    }

    @Test
    void saysWhatIsNoPath() {
        assertThat(checkout.wt("new-project", "../a\0b", "--group", "io.acme", "--name", "harbor"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .startsWith("wt: '../a\0b' is not a valid path: ")
                .hasLineCount(1);
    }

    @Test
    void namesWhatUsesAFieldOutsideOfItsModule() {
        assertThat(checkout.wt("add-field", "customers", "Customer", "nick:text?")
                        .output())
                .contains("The tool changes nothing outside the module; change ", "InMemoryCustomers.java");
        assertThat(checkout.wt("rename-field", "customers", "Customer", "email", "mail")
                        .output())
                .contains("Changed outside of the module, too: CustomerServiceContract.java.");
    }

    @Test
    void renamesCallsInOtherModulesWhereTheReceiverIsDeclared() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        checkout.wt("new-module", "tours", "--aggregate", "Tour", "name:text", "port:ports.Port");
        Project project = Project.of(checkout.plan());
        String sure = project.internal("tours") + "/Itinerary.java";
        String source = """
                package %1$s.tours.internal;

                import %1$s.ports.PortDto;

                record Itinerary(PortDto port, Book book, List<PortDto> ports) {
                    String text(PortDto start) {
                        return start.title() + this.port.title() + book.title() + ports.stream().map(PortDto::title);
                    }
                }
                """.formatted(project.group());
        String doubtful = source.replace("start.title()", "ports.stream().map(it -> it.title())")
                .replace("Itinerary", "Doubtful");
        String page = "modules/tours/src/main/resources/templates/tours/port.html";
        checkout.write(sure, source)
                .write(project.internal("tours") + "/Doubtful.java", doubtful)
                .write(project.internal("tours") + "/Others.java", source.replace("ports.PortDto", "ships.PortDto"))
                .write(page, "<b th:text=\"${port.title}\">Title</b>");
        assertThat(checkout.wt("rename-field", "ports", "Port", "title", "caption"))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains(
                        "Changed outside of the module, too: Doubtful.java, Itinerary.java.",
                        "The tool cannot tell whether 'title' means this field in Doubtful.java, Others.java, port.html; check by hand.");
        assertThat(checkout.plan().read(sure))
                .contains(
                        "start.caption() + this.port.caption() + book.title() + ports.stream().map(PortDto::caption)");
        assertThat(checkout.plan().read(project.internal("tours") + "/Doubtful.java"))
                .contains("map(it -> it.title()) + this.port.caption() + book.title()");
    }

    @Test
    void changesEachAddedFieldInTheTestsOfAChange() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        checkout.wt("add-field", "ports", "Port", "seen:instant?");
        checkout.wt("add-field", "ports", "Port", "free:boolean?");
        checkout.wt("add-field", "ports", "Port", "note:text?");
        String tests = Project.of(checkout.plan()).internal("ports").replace("/main/", "/test/");
        assertThat(checkout.plan().read(tests + "/PortTests.java"))
                .containsSubsequence("new PortRevision(", "Another title", "T12:00:00Z", "false", "Another note");
    }

    @Test
    void leavesTheAccessorOfAnotherTypeInTheModuleItself() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        String file = Project.of(checkout.plan()).internal("ports") + "/PortBook.java";
        checkout.write(
                file, "class PortBook { String of(Book book, Port port) { return book.title() + port.title(); } }\n");
        checkout.wt("rename-field", "ports", "Port", "title", "caption");
        assertThat(checkout.plan().read(file)).contains("book.title() + port.caption()");
    }

    @Test
    void renamesAFieldInTheDataOfTheModulesTestsAndNamesWhatIsLeft() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        String tests = Project.of(checkout.plan()).internal("ports").replace("/main/", "/test/");
        String data = """
                class PortDataTests {
                    @CsvSource(delimiter = '|', textBlock = \"""
                            title   | Some title, and no title
                            code    | title
                            \""")
                    @CsvSource({"title, nowhere", "code, ''"})
                    void is() {
                        json("$.items[0].title", "$[0].title", "$..title", "was.title");
                        send("{\\"title\\": \\"the title\\"}", "code,title,version\\nA,B,0", "Yes, the title");
                        send(\"""
                                code;title
                                A;B
                                \""");
                        sql("update ports.port set title = :title where code = 'A'").param("title", "x");
                    }
                }
                """;
        String resources = "modules/ports/src/test/resources/";
        checkout.write(tests + "/PortDataTests.java", data)
                .write(tests + "/PortMigrationTests.java", "sql(\"insert into ports.port (code, title)\");\n")
                .write(tests + "/PortQueryTests.java", "get(\"/api/ports?title=A\");\n")
                .write(resources + "ports.csv", "title,code\ntitle,A\n")
                .write(resources + "others.csv", "title,colour\nA,red\n")
                .write(resources + "port.json", "{\"code\": \"1\", \"title\": \"A\"}\n")
                .write(resources + "weather.json", "{\"title\": \"A\", \"wind\": 1}\n")
                .write(resources + "port.sql", """
                        insert into ports.port (code, title) values ('A', 'Some title; none');
                        insert into guests.guest (title) values ('B');
                        """);
        assertThat(checkout.wt("rename-field", "ports", "Port", "title", "caption")
                        .output())
                .contains("whether 'title' means this field in PortMigrationTests.java, PortQueryTests.java,"
                        + " others.csv, port.sql, ports.csv, weather.json; check by hand.");
        Plan plan = checkout.plan();
        assertThat(plan.read(tests + "/PortDataTests.java")).isEqualTo("""
                class PortDataTests {
                    @CsvSource(delimiter = '|', textBlock = \"""
                            caption   | Some title, and no title
                            code    | caption
                            \""")
                    @CsvSource({"caption, nowhere", "code, ''"})
                    void is() {
                        json("$.items[0].caption", "$[0].caption", "$..caption", "was.caption");
                        send("{\\"caption\\": \\"the title\\"}", "code,caption,version\\nA,B,0", "Yes, the title");
                        send(\"""
                                code;caption
                                A;B
                                \""");
                        sql("update ports.port set caption = :caption where code = 'A'").param("caption", "x");
                    }
                }
                """);
        assertThat(plan.read(resources + "ports.csv")).isEqualTo("caption,code\ntitle,A\n");
        assertThat(plan.read(resources + "port.json")).isEqualTo("{\"code\": \"1\", \"caption\": \"A\"}\n");
        assertThat(plan.read(resources + "weather.json")).startsWith("{\"title\"");
        assertThat(plan.read(resources + "port.sql")).isEqualTo("""
                insert into ports.port (code, caption) values ('A', 'Some title; none');
                insert into guests.guest (title) values ('B');
                """);
        assertThat(plan.read(resources + "others.csv")).startsWith("title,colour");
    }

    @Test
    void tellsATypeOfTheModuleFromOneOfTheToolkitThatIsCalledLikeIt() {
        checkout.wt("new-module", "countries", "--aggregate", "Country", "code:text!unique", "name:text");
        Plan plan = checkout.plan();
        assertThat(plan.files("modules/countries").stream().filter(path -> path.endsWith(".java")))
                .allSatisfy(path -> assertThat(plan.read(path)).doesNotContain("import io.watertight.api.Country;"));
    }

    @Test
    void takesASemicolonInADefaultForAPartOfIt() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        assertThat(checkout.wt("add-field", "ports", "Port", "note:text", "--default", "it's; here")
                        .exitCode())
                .isZero();
        Project project = Project.of(checkout.plan());
        assertThat(checkout.plan().read(project.migrations("ports") + "/V2__port_note.sql"))
                .startsWith("alter table ports.port add column note text default 'it''s; here' not null");

        checkout.write(project.migrations("ports") + "/V3__port_berth.sql", """
                alter table ports.port -- the port's; new
                    add column lock text default 'a;b' not null,
                    add column berth text;
                """);
        assertThat(checkout.wt("add-field", "ports", "Port", "berth:text?").output())
                .contains("already has a column 'berth'");
    }

    @Test
    void dropsAColumnOnceAndChangesNoneThatMayBeEmptyAlready() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text", "berth:text?");
        checkout.write("modules/ports/src/test/resources/ports.csv", "code,berth\nA,7\n");
        assertThat(checkout.wt("remove-field", "ports", "Port", "berth"))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .doesNotContain(" added")
                .contains("was optional already.", "'berth' means this field in ports.csv");
        assertThat(checkout.wt("add-field", "ports", "Port", "berth:int?").output())
                .contains("already has a column 'berth'");
        assertThat(checkout.wt("remove-field", "ports", "Port", "berth", "--drop-column"))
                .returns(0, Checkout.Answer::exitCode);
        assertThat(checkout.wt("remove-field", "ports", "Port", "berth", "--drop-column"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("leave no column for 'berth'");
    }

    @Test
    void refusesAFieldThatCodeOfOnesOwnWouldHaveToHandOn() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        checkout.write(Project.of(checkout.plan()).internal("ports") + "/PortTwins.java", """
                class PortTwins {
                    NewPort twin(String title) {
                        return new NewPort("TWIN", title);
                    }
                }
                """);
        assertThat(checkout.wt("add-field", "ports", "Port", "free:boolean", "--default", "false"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("PortTwins.java", "one by one", "check-schema");
    }

    @Test
    void addsAFieldToQueriesOfRowsAndToNoneOfASingleColumn() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        String repository = Project.of(checkout.plan()).internal("ports") + "/PortRepository.java";
        String titles = """
                    @Query("select p.title from ports.port p")
                    List<String> titles();

                    @Query("select p.id, p.code, p.title from ports.port p")
                    List<Port> ports();
                """;
        checkout.write(repository, checkout.plan().read(repository).replaceFirst("}\\s*$", "\n" + titles + "}\n"));
        checkout.wt("add-field", "ports", "Port", "free:boolean", "--default", "false");
        assertThat(checkout.plan().read(repository))
                .contains("select p.title from ports.port p", "select p.id, p.code, p.title, p.free from ports.port p");
    }

    @Test
    void showsAllOfWhatBreaksBetweenTheTwoVersionsOfAnUpgrade() {
        release(checkout, "0.1.0", "");
        Checkout newer = new Checkout(folder.resolve("newer"));
        release(newer, "0.3.0", """
                # Changes

                ## 0.3.0
                - **Breaking**: `Cursor` is in another package,
                  so change its import.
                - Nicer menus, and `upgrade` shows
                  breaking entries.

                ### Breaking changes
                - `Foo` is gone.

                ### Others
                - Faster.

                ## 0.1.0
                - Breaking long ago.
                """);
        String[] upgrade = {"upgrade", "--from", newer.root().toString()};
        assertThat(checkout.wt(upgrade).output()).contains("cannot tell whether");

        checkout.write(Checksums.FILE, recorded(checkout));
        checkout.write("watertight/mine.txt", "mine");
        assertThat(checkout.wt(upgrade).output()).contains("watertight/mine.txt", "--force");

        checkout.write(Checksums.FILE, recorded(checkout));
        assertThat(checkout.wt(upgrade))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("""
                        The toolkit is 0.3.0 now; it was 0.1.0.
                          - **Breaking**: `Cursor` is in another package,
                            so change its import.
                          ### Breaking changes
                          - `Foo` is gone.
                        Next: ./mvnw verify
                        """);
        assertThat(checkout.plan().exists("watertight/mine.txt")).isFalse();
    }

    @Test
    void refusesARecordOfTheToolkitThatAMergeHasLeftInConflict() {
        release(checkout, "0.1.0", "");
        checkout.write(Checksums.FILE, "<<<<<<< HEAD\n" + recorded(checkout));
        assertThat(checkout.wt("upgrade", "--from", checkout.root().toString()))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("CHECKSUMS", "'<<<<<<< HEAD'");
    }

    @Test
    void tellsChangesOfOnesOwnInTheToolkitInAProjectMadeOfTheCheckoutToo() {
        release(checkout, "0.1.0", "");
        checkout.write(Checksums.FILE, recorded(checkout));
        checkout.write("watertight/CHANGELOG.md", "mine");
        Path mine = folder.resolve("mine");
        checkout.wt("new-project", mine.toString(), "--group", "io.acme", "--name", "harbor");
        assertThat(Checksums.changed(new Plan(mine))).hasValue(List.of("watertight/CHANGELOG.md"));
    }

    private static void release(Checkout checkout, String version, String changes) {
        checkout.write("watertight/parent/pom.xml", """
                <artifactId>parent</artifactId>
                <version>%s</version>
                <packaging>pom</packaging>
                """.formatted(version));
        checkout.write("watertight/CHANGELOG.md", changes);
    }

    private static String recorded(Checkout checkout) {
        Plan plan = checkout.plan();
        Checksums.record(plan);
        return plan.read(Checksums.FILE);
    }

    @Test
    void leavesToAPersonWhatCarriesTheFieldsInAWayOfItsOwn() {
        checkout.wt(
                "new-module",
                "ports",
                "--aggregate",
                "Port",
                "code:text!unique",
                "title:text",
                "stops:list(Stop,title:text)");
        String repository = Project.of(checkout.plan()).internal("ports") + "/PortRepository.java";
        String archive = """
                    @Query("insert into ports.closed (code, title, version) select code, title, version from ports.port")
                    void archive();
                """;
        checkout.write(repository, checkout.plan().read(repository).replaceFirst("}\\s*$", "\n" + archive + "}\n"));
        String form = "modules/ports/src/main/resources/templates/ports/search.html";
        String search = """
                <div class="field"><label for="title">Title</label>
                  <input id="title" name="title" th:value="${query.title}"></div>
                """;
        checkout.write(form, search);

        assertThat(checkout.wt("add-field", "ports", "Port", "free:boolean", "--default", "false"))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("Check PortRepository.java, search.html by hand:");
        Plan plan = checkout.plan();
        assertThat(plan.read(repository)).contains(archive, "select code, title, free, version");
        assertThat(plan.read(form)).isEqualTo(search);
        assertThat(plan.read("modules/ports/src/main/resources/templates/ports/port.html"))
                .contains("<thead><tr><th scope=\"col\">Title</th></tr></thead>");
    }

    @Test
    void namesWhoUsesAModuleThatIsToGo() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        checkout.wt("new-module", "tours", "--aggregate", "Tour", "title:text", "port:ports.Port");
        String remote = "remote/src/main/java/%s/remote/RemotePortService.java"
                .formatted(Project.of(checkout.plan()).packagePath());
        assertThat(checkout.plan().read(remote))
                .contains("@HttpExchange(\"/internal/ports\")", "extends PortService", "PortDto port(");
        assertThat(checkout.plan().read("remote/pom.xml")).contains(">ports<", ">tours<");
        assertThat(checkout.wt("remove-module", "ports").output())
                .contains("module 'tours' needs PortService of 'ports'");
        assertThat(checkout.wt("remove-module", "tours").exitCode()).isZero();
        assertThat(checkout.wt("remove-module", "ports").exitCode()).isZero();
        assertThat(checkout.plan().files("modules/ports")).isEmpty();
        assertThat(checkout.plan().exists(remote)).isFalse();
        assertThat(checkout.plan().read("app/pom.xml") + checkout.plan().read("remote/pom.xml"))
                .doesNotContain(">ports<", ">tours<");
    }

    @Test
    void namesTheCodeOfTheApplicationThatNeedsAModuleThatIsToGo() {
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique", "title:text");
        Project project = Project.of(checkout.plan());
        checkout.write(
                "app/src/main/java/" + project.packagePath() + "/Harbour.java",
                "import %s.ports.PortService;\n".formatted(project.group()));
        assertThat(checkout.wt("remove-module", "ports"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("app needs PortService of 'ports' in Harbour.java");
    }

    @Test
    void takesTheFilesOfTheSplitAwayWithAModuleThatHasAProcessInThem() {
        String ofTheToolkit = "watertight/testing/src/test/java/RoutesTests.java";
        checkout.write(ofTheToolkit, "class RoutesTests {}");
        assertThat(checkout.wt("remove-module", "demo").exitCode()).isZero();
        assertThat(checkout.plan().exists("compose.split.yml")).isTrue();
        assertThat(checkout.wt("remove-module", "orders").output())
                .contains("because they configure separate processes: ", "compose.split.yml", "RoutesTests.java");
        assertThat(checkout.plan().exists("compose.split.yml")).isFalse();
        assertThat(checkout.plan().exists("docker/nginx/split.conf")).isFalse();
        assertThat(checkout.plan().exists("docker/nginx/shop.conf")).isTrue();
        assertThat(checkout.plan().exists(ofTheToolkit)).isTrue();
    }

    @Test
    void takesTheSampleOutAndPutsASmallModuleInItsPlace() {
        assertThat(checkout.wt("sample", "remove").exitCode()).isZero();
        assertThat(Project.of(checkout.plan()).modules()).containsExactly("notes");
        assertThat(checkout.wt("sample", "remove").exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start-your-own", "add-a-module"})
    void printsWhatTheDocumentationShows(String page) throws IOException {
        Matcher shown = TRANSCRIPT.matcher(Files.readString(Path.of("../../docs/%s.md".formatted(page))));
        assertThat(shown.find()).isTrue();
        assertThat(checkout.wt(shown.group(1).replace("'", "").split(" ")).output())
                .endsWith(shown.group(2));
    }

    @Test
    void leavesNoTestOfWhatTheSampleAnsweredAndNoSettingOfItsModules() throws IOException {
        Set<String> sample = Project.of(checkout.plan()).modules();
        Set<String> addresses = ADDRESS.matcher(Files.readString(Path.of("../../docs/endpoints.md")))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
        assertThat(addresses).isNotEmpty();

        checkout.wt("sample", "remove");

        Plan plan = checkout.plan();
        assertThat(plan.files("app").stream().filter(plan::isText))
                .allSatisfy(path -> assertThat(plan.read(path))
                        .as(path)
                        .doesNotContain(addresses)
                        .doesNotContain("demo-data", "# sample", "// sample")
                        .doesNotContainPattern("(?m)^(" + String.join("|", sample) + "):"));
        assertThat(plan.read("app/src/main/resources/application.yml"))
                .contains("roles: customer\n\nmanagement:", "lax\n\nwatertight:\n  pages:");
        assertThat(plan.files("app/src/test"))
                .contains(named("ContractTests"), named("EndpointTableTests"), named("StartNotice"))
                .doesNotContain(named("BrowserTest"), named("OpenBrowser"), named("IdentityProvider"));
    }

    private String named(String test) {
        return "app/src/test/java/" + Project.of(checkout.plan()).packagePath() + "/" + test + ".java";
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void putsWhatTheCheckOfTheSchemaAnswersIntoTheModulesNextMigration() {
        checkAnswers("alter table customers.guest add column note text;");
        long next = Project.of(checkout.plan()).nextMigration("customers");

        assertThat(checkout.wt("check-schema"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("-- customers", "add column note text;", "Next: ./wt check-schema --write");
        assertThat(Project.of(checkout.plan()).nextMigration("customers")).isEqualTo(next);

        assertThat(checkout.wt("check-schema", "--write")).returns(0, Checkout.Answer::exitCode);
        String file =
                "%s/V%d__fit_the_code.sql".formatted(Project.of(checkout.plan()).migrations("customers"), next);
        assertThat(checkout.plan().read(file)).isEqualTo("alter table customers.guest add column note text;\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesNoMigrationOfCommentsOnlyAndTakesNoOldAnswerForANewOne() {
        checkAnswers("-- alter table customers.guest drop column note;");
        assertThat(checkout.wt("check-schema", "--write"))
                .returns(0, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("drop column note", "All tables match");

        maven("exit 1");
        assertThat(checkout.wt("check-schema"))
                .returns(1, Checkout.Answer::exitCode)
                .extracting(Checkout.Answer::output)
                .asString()
                .contains("see target/check-schema.log for the reason");
    }

    private void checkAnswers(String sql) {
        maven("mkdir -p architecture-tests/target/schema && echo '%s' > architecture-tests/target/schema/customers.sql"
                .formatted(sql));
    }

    private void maven(String command) {
        checkout.write("mvnw", "#!/bin/sh\n" + command + "\n");
        assertThat(checkout.root().resolve("mvnw").toFile().setExecutable(true)).isTrue();
    }
}
