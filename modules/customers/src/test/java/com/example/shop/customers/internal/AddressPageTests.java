package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.internal.Pages.Page;
import com.example.shop.kernel.ExpectedVersion;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

@CustomersTest
class AddressPageTests {

    private static final AddressDto HOME = new AddressDto("home", "Hauptstrasse 1, Tür 2", "Wien", "1010", "Austria");
    private static final AddressDto WORK = new AddressDto("work", "High Street 2", "London", null, "United Kingdom");

    @Autowired
    RestTestClient http;

    @Autowired
    CustomerService customers;

    Pages pages;
    String number = "";
    String page = "";

    @BeforeEach
    void given() {
        pages = new Pages(http);
        number = "A-" + UUID.randomUUID();
        page = "/customers/" + number + "/addresses";
        customers.register(new NewCustomer(number, null, null, "France"));
    }

    @Test
    void replacesTheAddressesAndLeavesEmptyRowsOut() {
        pages.post(page, form("0", HOME, null, WORK, null));
        assertThat(customers.addresses(number)).containsExactly(HOME, WORK);
        assertThat(pages.get(page).html())
                .contains("value=\"Hauptstrasse 1, Tür 2\"", "name=\"addresses[3].street\"")
                .doesNotContain("name=\"addresses[4].street\"");
        pages.post(page, form("1", null, WORK));
        assertThat(customers.addresses(number)).containsExactly(WORK);
    }

    @Test
    void namesTheRowInWhichAnAddressIsNotComplete() {
        Page refused = pages.post(page, form("0", null, new AddressDto("home", "", "Wien", null, "Austria")));
        assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.html())
                .startsWith("<div class=\"notice bad\"")
                .contains("data-field=\"addresses[1].street\"");
    }

    @Test
    void showsWhatSomebodyElseMadeOfThemBesideWhatWasTypedAndOverwritesThen() {
        String seen = pages.get(page).version();
        customers.replaceAddresses(number, List.of(HOME), ExpectedVersion.of(0));

        Page conflict = pages.post(page, form(seen, WORK));

        assertThat(conflict.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(conflict.html())
                .contains("home: Hauptstrasse 1, Tür 2, 1010 Wien, Austria")
                .contains("work: High Street 2, London, United Kingdom", "value=\"High Street 2\"")
                .doesNotContain("value=\"Wien\"");
        assertThat(customers.addresses(number)).containsExactly(HOME);

        pages.post(page, form(conflict.version(), WORK));
        assertThat(customers.addresses(number)).containsExactly(WORK);
    }

    @Test
    void hasRoomForTwentyAndNoMore() {
        customers.replaceAddresses(number, Collections.nCopies(20, HOME), ExpectedVersion.of(0));
        assertThat(pages.get(page).html())
                .contains("name=\"addresses[19].street\"")
                .doesNotContain("name=\"addresses[20].street\"");
    }

    private static Map<String, String> form(String version, @Nullable AddressDto... rows) {
        Map<String, String> form = new HashMap<>(Map.of("version", version));
        for (int i = 0; i < rows.length; i++) {
            AddressDto row = rows[i];
            String path = "addresses[" + i + "].";
            form.put(path + "label", row == null ? "" : row.label());
            form.put(path + "street", row == null ? " " : row.street());
            form.put(path + "city", row == null ? "" : row.city());
            form.put(path + "postalCode", row == null || row.postalCode() == null ? "" : row.postalCode());
            form.put(path + "country", row == null ? "" : row.country());
        }
        return form;
    }
}
