package com.example.shop.customers.internal;

import static com.example.shop.kernel.Actor.ADMIN;
import static com.example.shop.kernel.Actor.CLERK;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.ExpectedVersion;
import com.example.shop.kernel.StaleVersion;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses of a customer, all of them in one form. */
@Controller
@RequestMapping("/customers/{number}/addresses")
@RolesAllowed({CLERK, ADMIN})
class AddressPageController {

    private final CustomerService customers;
    private final AddressForm form;

    AddressPageController(CustomerService customers, AddressForm form) {
        this.customers = customers;
        this.form = form;
    }

    @GetMapping
    String addresses(@PathVariable String number, Model model) {
        // The version first: who overwrites what he has not seen would not be noticed the other way round.
        model.addAttribute("customer", customers.customer(number));
        model.addAttribute("rows", form.rows(rowsNow(number)));
        return "customers/addresses";
    }

    @PostMapping
    ModelAndView replace(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam long version,
            RedirectAttributes redirect) {
        List<AddressRow> rows = form.read(fields);
        List<AddressDto> addresses = form.addresses(rows);
        try {
            customers.replaceAddresses(number, addresses, ExpectedVersion.of(version));
        } catch (StaleVersion e) {
            return conflict(number, rows.stream().filter(it -> !it.isEmpty()).toList());
        }
        redirect.addFlashAttribute("done", "The addresses are saved.");
        return new ModelAndView("redirect:/customers/{number}");
    }

    private ModelAndView conflict(String number, List<AddressRow> yours) {
        Map<String, Object> model = Map.of(
                "customer", customers.customer(number),
                "differences", differences(rowsNow(number), yours),
                "rows", form.rows(yours));
        return new ModelAndView("customers/addresses", model, HttpStatus.CONFLICT);
    }

    private List<AddressRow> rowsNow(String number) {
        return customers.addresses(number).stream().map(AddressRow::of).toList();
    }

    private static List<Difference> differences(List<AddressRow> now, List<AddressRow> yours) {
        return IntStream.range(0, Math.max(now.size(), yours.size()))
                .mapToObj(row -> new Difference("Address " + (row + 1), textAt(now, row), textAt(yours, row)))
                .toList();
    }

    private static String textAt(List<AddressRow> rows, int row) {
        return row < rows.size() ? rows.get(row).text() : "";
    }
}
