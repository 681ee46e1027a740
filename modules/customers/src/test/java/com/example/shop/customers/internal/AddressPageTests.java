package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import io.watertight.api.ExpectedVersion;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

@CustomersTest
class AddressPageTests {

    private static final AddressDto HOME = new AddressDto("home", "Hauptstrasse 1, Tür 2", "Wien", "1010", "Austria");
    private static final AddressDto WORK = new AddressDto("work", "High Street 2", "London", null, "United Kingdom");
    private static final AddressDto CABIN = new AddressDto("cabin", "Fjellveien 3", "Bergen", null, "Norway");
    private static final List<String> PARTS = List.of("label", "street", "postalCode", "city", "country");

    @Autowired
    CustomerService customers;

    @Autowired
    Pages pages;

    String number = "";
    String page = "";

    @BeforeEach
    void given() {
        number = "A-" + UUID.randomUUID();
        page = "/customers/by-number/" + number + "/addresses";
        customers.register(new NewCustomer(number, null, null, "France"));
    }

    @Test
    void replacesTheAddressesAndLeavesEmptyRowsOut() {
        pages.post(page, form(pages.get(page), HOME, null, WORK, null));
        assertThat(customers.addresses(number)).containsExactly(HOME, WORK);
        assertThat(pages.get(page).html())
                .contains(">Hauptstrasse 1, Tür 2</textarea>", "name=\"addresses[3].street\"")
                .doesNotContain("name=\"addresses[4].street\"");
        pages.post(page, form(pages.get(page), null, WORK));
        assertThat(customers.addresses(number)).containsExactly(WORK);
    }

    @Test
    void namesTheRowInWhichAnAddressIsNotComplete() {
        Page refused =
                pages.post(page, form(pages.get(page), null, new AddressDto("home", "", "Wien", null, "Austria")));
        assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.html())
                .startsWith("<div class=\"notice bad\"")
                .contains("data-field=\"addresses[1].street\"");
    }

    @Test
    void refusesARowThatNoFormHas() {
        assertThat(pages.post(page, Map.of("version", "0", "addresses[1000].label", "home"))
                        .status())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsWhatSomebodyElseMadeOfThemBesideOnesOwnAndOverwritesThen() {
        customers.replaceAddresses(number, List.of(HOME), ExpectedVersion.of(0));
        Page seen = pages.get(page);
        customers.replaceAddresses(number, List.of(CABIN), ExpectedVersion.of(1));

        Page conflict = pages.post(page, form(seen, WORK));

        assertThat(conflict.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(conflict.html())
                .contains(">home: Hauptstrasse 1, Tür 2, 1010 Wien, Austria</td>")
                .contains(">cabin: Fjellveien 3, Bergen, Norway</td>")
                .contains(">work: High Street 2, London, United Kingdom</td>", "changed by both");
        assertThat(conflict.valueOf("addresses[0].street")).isEqualTo("High Street 2");
        assertThat(customers.addresses(number)).containsExactly(CABIN);

        pages.post(page, form(conflict, WORK));
        assertThat(customers.addresses(number)).containsExactly(WORK);
    }

    @Test
    void keepsTheAddressesThatSomebodyElseAddedAndLeavesOutThoseThatTheyRemoved() {
        customers.replaceAddresses(number, List.of(HOME, WORK), ExpectedVersion.of(0));
        Page seen = pages.get(page);
        customers.replaceAddresses(number, List.of(WORK, CABIN), ExpectedVersion.of(1));
        AddressDto moved = new AddressDto("work", "High Street 4", "London", null, "United Kingdom");

        Page conflict = pages.post(page, form(seen, HOME, moved, null, null));

        assertThat(conflict.html()).doesNotContain("changed by both");
        pages.post(page, form(conflict, rowsOf(conflict)));
        assertThat(customers.addresses(number)).containsExactlyInAnyOrder(moved, CABIN);
    }

    @Test
    void losesNeitherOfTwoAddressesThatWereAddedInTheSamePlace() {
        Page seen = pages.get(page);
        customers.replaceAddresses(number, List.of(HOME), ExpectedVersion.of(0));
        Page conflict = pages.post(page, form(seen, WORK));
        pages.post(page, form(conflict, rowsOf(conflict)));
        assertThat(customers.addresses(number)).containsExactlyInAnyOrder(HOME, WORK);
    }

    @Test
    void doesNotBringBackAnAddressOverWhichTwoConflictsCame() {
        customers.replaceAddresses(number, List.of(HOME, WORK), ExpectedVersion.of(0));
        Page seen = pages.get(page);
        customers.replaceAddresses(number, List.of(HOME, WORK, CABIN), ExpectedVersion.of(1));
        Page conflict = pages.post(page, form(seen, null, WORK));
        customers.replaceAddresses(number, List.of(HOME, WORK), ExpectedVersion.of(2));
        Page again = pages.post(page, form(conflict, rowsOf(conflict)));
        pages.post(page, form(again, rowsOf(again)));
        assertThat(customers.addresses(number)).containsExactly(WORK);
    }

    @Test
    void hasRoomForTwentyAndNoMore() {
        customers.replaceAddresses(number, Collections.nCopies(20, HOME), ExpectedVersion.of(0));
        assertThat(pages.get(page).html())
                .contains("name=\"addresses[19].street\"")
                .doesNotContain("name=\"addresses[20].street\"");
    }

    @Test
    void losesNoneOfMoreThanTwentyThatTwoPeopleAddedTogether() {
        List<AddressDto> eighteen = Collections.nCopies(18, HOME);
        customers.replaceAddresses(number, eighteen, ExpectedVersion.of(0));
        Page seen = pages.get(page);
        List<AddressDto> twenty =
                Stream.concat(eighteen.stream(), Stream.of(CABIN, CABIN)).toList();
        customers.replaceAddresses(number, twenty, ExpectedVersion.of(1));
        AddressDto[] mine =
                Stream.concat(eighteen.stream(), Stream.of(WORK, WORK)).toArray(AddressDto[]::new);

        Page conflict = pages.post(page, form(seen, mine));
        Page refused = pages.post(page, form(conflict, rowsOf(conflict)));

        assertThat(rowsOf(conflict)).filteredOn(Objects::nonNull).hasSize(22);
        assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(customers.addresses(number)).isEqualTo(twenty);
    }

    /** Browsers send what is typed in several lines with other line breaks. */
    @Test
    void keepsTheLinesOfAStreet() {
        AddressDto flat = new AddressDto("flat", "12 High Street\nFlat 2", "London", null, "United Kingdom");
        customers.replaceAddresses(number, List.of(flat), ExpectedVersion.of(0));
        Map<String, String> form = form(pages.get(page), flat, HOME);
        assertThat(form).containsEntry("was[0].street", "12 High Street\nFlat 2");
        form.replaceAll((_, value) -> value.replace("\n", "\r\n"));
        pages.post(page, form);
        assertThat(customers.addresses(number)).containsExactly(flat, HOME);
        customers.replaceAddresses(number, List.of(flat, WORK), ExpectedVersion.of(2));
        assertThat(pages.post(page, form).html()).doesNotContain("changed by both");
    }

    /** The form on that page, with these addresses typed into its rows. */
    private static Map<String, String> form(Page seen, @Nullable AddressDto... rows) {
        Map<String, String> form = new HashMap<>(Map.of("version", seen.valueOf("version")));
        for (int i = 0; seen.html().contains("name=\"was[%d].label\"".formatted(i)); i++) {
            for (String part : PARTS) {
                String name = "was[%d].%s".formatted(i, part);
                form.put(name, seen.valueOf(name));
            }
        }
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

    /** What the form on that page holds, untouched. */
    private static @Nullable AddressDto[] rowsOf(Page page) {
        List<@Nullable AddressDto> rows = new ArrayList<>();
        for (int i = 0; page.html().contains("name=\"addresses[%d].label\"".formatted(i)); i++) {
            String path = "addresses[" + i + "].";
            String street = page.valueOf(path + "street");
            String postalCode = page.valueOf(path + "postalCode");
            rows.add(
                    street.isEmpty()
                            ? null
                            : new AddressDto(
                                    page.valueOf(path + "label"),
                                    street,
                                    page.valueOf(path + "city"),
                                    postalCode.isEmpty() ? null : postalCode,
                                    page.valueOf(path + "country")));
        }
        return rows.toArray(AddressDto[]::new);
    }
}
