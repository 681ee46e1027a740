package com.example.shop;

import io.watertight.security.Menu;
import jakarta.annotation.security.PermitAll;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: a panel of each module that has one, loaded from there. */
@Controller
@PermitAll
class HomeController {

    private final Menu menu;

    HomeController(@Lazy Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("panels", menu.panels());
        return "home/home";
    }
}
