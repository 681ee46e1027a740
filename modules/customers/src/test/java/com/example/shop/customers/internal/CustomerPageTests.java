package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Roles;
import io.watertight.api.Actor;
import io.watertight.api.ExpectedVersion;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

@CustomersTest
class CustomerPageTests {

    @Autowired
    CustomerService customers;

    @Autowired
    ActingAs actors;

    @Autowired
    Pages pages;

    @Test
    void registersACustomerAndForgetsEmptyFields() {
        String number = freshNumber();
        pages.post("/customers/new", Map.of("number", number, "name", "", "email", " ", "country", "France"));
        assertThat(customers.customer(number)).isEqualTo(new CustomerDto(number, null, null, "France", "FR", true, 0));
        assertThat(pages.get("/customers/by-number/" + number).html()).contains("Customer " + number, "France");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(pages.post("/customers/new", Map.of("number", "a b", "email", "nowhere", "country", ""))
                        .html())
                .contains(
                        "data-field=\"number\"",
                        "data-field=\"email\"",
                        "data-field=\"country\"",
                        "<span>is required</span>");
    }

    @ParameterizedTest
    @CsvSource({"number, a b", "number, ''", "email, nowhere", "country, ''"})
    void namesTheFieldThatIsWrongInANotice(String field, String typed) {
        Map<String, String> fields = new HashMap<>(Map.of("number", freshNumber(), "country", "France"));
        fields.put(field, typed);
        Page refused = pages.post("/customers/new", fields);
        assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.html())
                .startsWith("<div class=\"notice bad\"")
                .contains("data-field=\"%s\"".formatted(field))
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "home", "by-number"})
    void showsACustomerWhoseNumberIsAWordOfAddresses(String number) {
        pages.post("/customers/new", Map.of("number", number, "name", "Ada Lovelace", "country", "France"));
        assertThat(pages.get("/customers?words=" + number).linked("/customers/by-number/"))
                .contains(number);
        assertThat(pages.get("/customers/by-number/" + number).html()).contains("<h1>Ada Lovelace</h1>");
        assertThat(pages.get("/customers/new").html()).contains("<h1>New customer</h1>");
    }

    @Test
    void changesWhatIsKnown() {
        String number = registered();
        String page = "/customers/by-number/" + number;
        pages.post(page, edit(pages.get(page), "Ada", "Spain"));
        assertThat(customers.customer(number)).isEqualTo(new CustomerDto(number, "Ada", null, "Spain", "ES", true, 1));
    }

    @Test
    void showsWhatSomebodyElseMadeOfItBesideOnesOwnAndOverwritesThen() {
        String number = registered();
        String page = "/customers/by-number/" + number;
        Page seen = pages.get(page);
        customers.revise(number, new CustomerRevision("Theirs", null, "Italy"), ExpectedVersion.of(0));

        Page conflict = pages.post(page, edit(seen, "Mine", "Spain"));

        assertThat(conflict.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(conflict.html())
                .contains(">Theirs</td>", ">Mine</td>", ">Italy</td>", ">Spain</td>", "changed by both");
        assertThat(conflict.valueOf("name")).isEqualTo("Mine");
        assertThat(conflict.valueOf("country")).isEqualTo("Spain");
        assertThat(customers.customer(number).name()).isEqualTo("Theirs");

        pages.post(page, edit(conflict, "Mine", "Spain"));
        assertThat(customers.customer(number).name()).isEqualTo("Mine");
    }

    @Test
    void keepsWhatSomebodyElseChangedWhereTheSlowerOneChangedNothing() {
        String number = registered();
        String page = "/customers/by-number/" + number;
        Page seen = pages.get(page);
        customers.revise(number, new CustomerRevision("Theirs", null, "France"), ExpectedVersion.of(0));

        Page conflict = pages.post(page, edit(seen, "", "Spain"));

        assertThat(conflict.html()).contains("that you did not change").doesNotContain("changed by both");
        assertThat(conflict.valueOf("name")).isEqualTo("Theirs");
        assertThat(conflict.valueOf("country")).isEqualTo("Spain");
    }

    @Test
    void deactivatesAndReactivatesAfterAQuestion() {
        String number = registered();
        assertThat(pages.get("/customers/by-number/" + number).html())
                .contains("data-ask=\"Deactivate customer " + number);
        pages.post("/customers/by-number/" + number + "/deactivate", Map.of());
        assertThat(customers.customer(number).active()).isFalse();
        assertThat(pages.get("/customers/by-number/" + number).html()).contains("data-ask=\"Let customer " + number);
        pages.post("/customers/by-number/" + number + "/reactivate", Map.of());
        assertThat(customers.customer(number).active()).isTrue();
    }

    @Test
    void showsCustomersThemselvesToReadAndNobodyElse() {
        String number = registered();
        String other = registered();
        customers.replaceAddresses(
                number,
                List.of(new AddressDto("home", "Hauptstrasse 1", "Wien", "1010", "Austria")),
                ExpectedVersion.any());
        actors.as(new Actor("ada", Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, number)), () -> {
            assertThat(pages.get("/customers/by-number/" + number).html())
                    .contains(number, "Hauptstrasse 1", "1010")
                    .doesNotContain("action=\"/customers", "/addresses\"");
            assertThat(pages.get("/customers/by-number/" + other).status()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(pages.get("/customers/by-number/" + other).html()).doesNotContain("France");
            assertThat(pages.get("/customers/home").html())
                    .contains("/customers/by-number/" + number)
                    .doesNotContain("<form");
        });
    }

    @Test
    void leadsStaffFromTheHomePageToTheList() {
        assertThat(pages.get("/customers/home").html())
                .startsWith("<section class=\"panel\"")
                .contains("action=\"/customers\"", "name=\"words\"");
    }

    @Test
    void listsTheCountriesThatNobodyKnowsForStaffAlone() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, null, null, "Hy Brasil"));
        assertThat(pages.get("/customers/home").html())
                .contains("/customers?country=Hy%20Brasil\">Hy Brasil</a>")
                .doesNotContain("France");
        actors.as(
                new Actor("ada", Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, number)),
                () -> assertThat(pages.get("/customers/home").html()).doesNotContain("Hy Brasil"));
    }

    @Test
    void showsAHostileNameAsText() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, "<script>alert(1)</script>\"'", null, "<b>"));
        for (String path : List.of("/customers/by-number/" + number, "/customers?words=" + number)) {
            assertThat(pages.get(path).html())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert", "<b>");
        }
    }

    private String registered() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, null, null, "France"));
        return number;
    }

    /** The form on that page, with another name and country typed into it. */
    private static Map<String, String> edit(Page page, String name, String country) {
        return Map.of(
                "name", name,
                "email", page.valueOf("email"),
                "country", country,
                "was.name", page.valueOf("was.name"),
                "was.email", page.valueOf("was.email"),
                "was.country", page.valueOf("was.country"),
                "version", page.valueOf("version"));
    }

    private static String freshNumber() {
        return "P-" + UUID.randomUUID();
    }
}
