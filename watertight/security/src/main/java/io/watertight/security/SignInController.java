package io.watertight.security;

import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the sign-in form; the filter chain processes it. */
@Controller
@PermitAll
class SignInController {

    private final ObjectProvider<UserDetailsService> accounts;

    SignInController(ObjectProvider<UserDetailsService> accounts) {
        this.accounts = accounts;
    }

    @GetMapping(SecurityErrorResponder.SIGN_IN)
    String form(Model model) {
        model.addAttribute("hasAccounts", accounts.getIfAvailable() != null);
        return "watertight/login";
    }
}
