package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.Roles;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.StaleVersionException;
import io.watertight.pattern.Difference;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

/** The addresses of a customer, all of them in one form: a row for each and two to add. Rows that hold nothing are left out. */
@Controller
@RequestMapping("/customers/by-number/{number}/addresses")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class AddressPageController {

    private final CustomerService customers;
    private final Validator validator;

    AddressPageController(CustomerService customers, Validator validator) {
        this.customers = customers;
        this.validator = validator;
    }

    @GetMapping
    String addresses(@PathVariable String number, Model model) {
        // The version first: read the other way round, a change that was never seen could be overwritten unnoticed.
        model.addAttribute("customer", customers.customer(number));
        List<AddressDto> now = customers.addresses(number);
        model.addAttribute("entries", AddressMerge.form(AddressMerge.of(now, now, now)));
        return "customers/addresses";
    }

    @PostMapping
    ModelAndView replace(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam long version,
            RedirectAttributes redirect) {
        List<AddressDto> typed = read("addresses", fields);
        List<AddressDto> addresses = addressesIn(typed);
        try {
            customers.replaceAddresses(number, addresses, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            return conflict(number, read("was", fields), typed);
        }
        redirect.addFlashAttribute("done", "The addresses are saved.");
        return new ModelAndView("redirect:/customers/by-number/{number}");
    }

    private ModelAndView conflict(String number, List<AddressDto> was, List<AddressDto> typed) {
        CustomerDto now = customers.customer(number);
        List<Difference<AddressDto>> rows = AddressMerge.of(was, customers.addresses(number), typed);
        return new ModelAndView("customers/addresses", HttpStatus.CONFLICT)
                .addObject("customer", now)
                .addObject("differences", AddressMerge.differences(rows))
                .addObject("entries", AddressMerge.form(rows));
    }

    /** The rows in their places, also the empty ones between them. */
    private static List<AddressDto> read(String list, Map<String, String> fields) {
        return IntStream.range(0, AddressMerge.MOST)
                .mapToObj(row -> {
                    UnaryOperator<String> field = it -> fields.getOrDefault("%s[%s].%s".formatted(list, row, it), "");
                    String postalCode = field.apply("postalCode");
                    return new AddressDto(
                            field.apply("label"),
                            field.apply("street"),
                            field.apply("city"),
                            postalCode.isBlank() ? null : postalCode,
                            field.apply("country"));
                })
                .toList();
    }

    /**
     * Those of the rows that hold something. They are validated here, where the row of each is known.
     *
     * @throws ConstraintViolationException if one of them is not complete
     */
    private List<AddressDto> addressesIn(List<AddressDto> rows) {
        Rows filled = new Rows(rows.stream()
                .<@Nullable AddressDto>map(it -> it.equals(AddressMerge.EMPTY) ? null : it)
                .toList());
        Set<ConstraintViolation<Rows>> violations = validator.validate(filled);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return filled.addresses().stream().filter(Objects::nonNull).toList();
    }

    /** @param addresses {@code null} in rows that hold nothing, which need not be valid */
    private record Rows(List<@Valid @Nullable AddressDto> addresses) {}
}
