package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import io.watertight.api.PageDto;
import io.watertight.pattern.PageController;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalog to leaf through, and what of it stands on the home page. */
@PageController
@RequestMapping("/catalog")
@PermitAll
class ProductListController {

    private static final int SOLD_OUT_SHOWN = 10;

    private final CatalogService catalog;
    private final SoldOutProducts soldOut;

    ProductListController(CatalogService catalog, SoldOutProducts soldOut) {
        this.catalog = catalog;
        this.soldOut = soldOut;
    }

    /**
     * @param before how many stand on the pages before this one, as the list itself tells when it is asked for more
     */
    @GetMapping
    String list(
            @ModelAttribute("query") ProductQuery query, @RequestParam(defaultValue = "0") long before, Model model) {
        PageDto<ProductDto> page = catalog.search(query);
        model.addAttribute("page", page);
        model.addAttribute("found", Math.max(0, before) + page.items().size());
        return "catalog/products";
    }

    @GetMapping("/home")
    String panel(Model model) {
        List<SoldOutView> first = soldOut.first(SOLD_OUT_SHOWN);
        model.addAttribute("soldOut", first);
        model.addAttribute(
                "noProducts",
                first.isEmpty() && catalog.search(ProductQuery.all(1)).items().isEmpty());
        return "catalog/home";
    }
}
