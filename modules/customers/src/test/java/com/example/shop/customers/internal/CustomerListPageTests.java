package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@CustomersTest
class CustomerListPageTests {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    RestTestClient http;

    @Autowired
    CustomerService customers;

    @Autowired
    StatementCounter statements;

    @Autowired
    Pages pages;

    @Test
    void findsByTheBeginningsOfWords() {
        String number = named("Lovelace " + NEXT.incrementAndGet(), "France");
        assertThat(pages.get("/customers?words=love+" + number).linked("/customers/by-number/"))
                .containsExactly(number);
        Page none = pages.get("/customers?words=ovelace+" + number);
        assertThat(none.linked("/customers/by-number/")).isEmpty();
        assertThat(none.html()).contains("No customers found", "<div id=\"more\" class=\"more\"></div>");
    }

    @Test
    void filtersByCountryAndStateAndTakesAnEmptyFieldForNoFilter() {
        String name = "Filtered" + NEXT.incrementAndGet();
        String french = named(name, "France");
        String irish = named(name, "EIRE");
        customers.deactivate(irish);
        String list = "/customers?words=" + name;
        assertThat(pages.get(list + "&country=&active=&cursor=").linked("/customers/by-number/"))
                .containsExactly(french, irish);
        assertThat(pages.get(list + "&country=EIRE").linked("/customers/by-number/"))
                .containsExactly(irish);
        assertThat(pages.get(list + "&active=true").linked("/customers/by-number/"))
                .containsExactly(french);
        assertThat(pages.get(list + "&active=false").linked("/customers/by-number/"))
                .containsExactly(irish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&country=United+Kingdom&active=true"})
    void walksAllPagesAndRepeatsNone(String filter) {
        String name = "Walked" + NEXT.incrementAndGet();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(named(name, "United Kingdom"));
        }
        Page page = pages.get("/customers?limit=3&words=" + name + filter);
        assertThat(page.html()).contains(">3 customers shown, and there are more</p>");
        List<String> walked = new ArrayList<>(page.linked("/customers/by-number/"));
        while (page.more().isPresent()) {
            page = pages.get(page.more().get());
            assertThat(page.linked("/customers/by-number/")).hasSizeBetween(1, 3);
            walked.addAll(page.linked("/customers/by-number/"));
        }
        assertThat(walked).containsExactlyElementsOf(all);
        assertThat(page.html()).contains(">7 customers</p>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberOfCustomersInOneStatement(int rows) {
        String name = "Counted" + NEXT.incrementAndGet();
        for (int i = 0; i < rows; i++) {
            named(name, "France");
        }
        String path = "/customers?limit=%d&words=%s".formatted(rows, name);
        http.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(statements.of(path)).hasCount(1);
        assertThat(pages.get(path).linked("/customers/by-number/")).hasSize(rows);
    }

    @Test
    void exportsWhatTheFilterShows() {
        String name = "Exported" + NEXT.incrementAndGet();
        String irish = named("=" + name, "EIRE");
        String french = named(name, "France");
        String list = "/customers?country=Ireland&words=" + name;
        assertThat(pages.get(list).html()).contains("/api/exports/customers?words=" + name + "&amp;country=Ireland");
        String sheet = http.get()
                .uri("/api/exports" + list)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        assertThat(sheet).contains(irish + ",'=" + name + ",,EIRE,IE,true").doesNotContain(french);
    }

    @Test
    void refusesAPageThatCannotBe() {
        assertThat(pages.get("/customers?cursor=x").status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(pages.get("/customers?active=maybe").status()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private String named(String name, String country) {
        String number = "L-%06d".formatted(NEXT.incrementAndGet());
        customers.register(new NewCustomer(number, name, null, country));
        return number;
    }
}
