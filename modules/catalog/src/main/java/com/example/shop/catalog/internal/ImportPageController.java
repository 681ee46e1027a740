package com.example.shop.catalog.internal;

import com.example.shop.kernel.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Accepts a file of products as the request's body, because the parts of a form would be stored before they are read. */
@Controller
@RequestMapping("/catalog/import")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class ImportPageController {

    private final ProductImport imports;

    ImportPageController(ProductImport imports) {
        this.imports = imports;
    }

    @GetMapping
    String form(UriComponentsBuilder shop, Model model) {
        model.addAttribute("address", shop.path("/api/products/imports").toUriString());
        return "catalog/import";
    }

    @PostMapping(consumes = "text/csv")
    String importFile(InputStream file, Model model) throws IOException {
        model.addAttribute("report", imports.read(file));
        return "catalog/report";
    }
}
