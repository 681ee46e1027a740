package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import io.watertight.pattern.Difference;
import io.watertight.pattern.PageController;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The catalog as a list, each product on a page of its own with the forms that make and change one, the import of a file, and a
 * panel on the home page.
 */
@PageController
@RequestMapping("/catalog")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class ProductPageController {

    private static final String PRODUCT_PAGE = "redirect:/catalog/products/{sku}";
    private static final String DONE = "done";
    private static final int SOLD_OUT_SHOWN = 10;

    private final CatalogService catalog;
    private final ProductImport imports;
    private final CatalogProperties properties;
    private final CurrentActor actors;

    ProductPageController(
            CatalogService catalog, ProductImport imports, CatalogProperties properties, CurrentActor actors) {
        this.catalog = catalog;
        this.imports = imports;
        this.properties = properties;
        this.actors = actors;
    }

    /** @param before how many products the previous pages show, as the list's link to the next page says */
    @GetMapping
    @PermitAll
    String list(
            @ModelAttribute("query") ProductQuery query, @RequestParam(defaultValue = "0") long before, Model model) {
        PageDto<ProductDto> page = catalog.search(query);
        model.addAttribute("page", page);
        model.addAttribute("found", Math.max(0, before) + page.items().size());
        return "catalog/products";
    }

    @GetMapping("/home")
    @PermitAll
    String panel(Model model) {
        PageDto<ProductDto> soldOut = catalog.search(new ProductQuery(null, false, false, SOLD_OUT_SHOWN, null));
        ProductQuery one = new ProductQuery(null, null, null, 1, null);
        model.addAttribute("soldOut", soldOut);
        model.addAttribute(
                "noProducts",
                soldOut.items().isEmpty() && catalog.search(one).items().isEmpty());
        return "catalog/home";
    }

    @GetMapping("/products/{sku}")
    @PermitAll
    String product(@PathVariable String sku, Model model) {
        model.addAttribute("product", catalog.product(sku));
        model.addAttribute("prices", catalog.priceHistory(sku));
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("corrections", Roles.isStaff(actors.actor()) ? catalog.stockCorrections(sku) : List.of());
        return "catalog/product";
    }

    @GetMapping("/new")
    String newProduct(Model model) {
        model.addAttribute("currency", properties.currency());
        return "catalog/new";
    }

    @PostMapping("/new")
    String add(@Valid NewProduct product, RedirectAttributes redirect) {
        redirect.addAttribute("sku", catalog.add(product).sku());
        redirect.addFlashAttribute(DONE, "The product is in the catalog.");
        return PRODUCT_PAGE;
    }

    @PostMapping("/products/{sku}")
    ModelAndView revise(
            @PathVariable String sku,
            @Valid ProductRevision typed,
            @Valid Before before,
            @RequestParam long version,
            RedirectAttributes redirect) {
        try {
            catalog.revise(sku, typed, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            return conflict(catalog.product(sku), before.was(), typed);
        }
        redirect.addFlashAttribute(DONE, "Name and price are saved.");
        return new ModelAndView(PRODUCT_PAGE);
    }

    /** What the form showed when it was opened. */
    record Before(@Nullable ProductRevision was) {}

    private static ModelAndView conflict(ProductDto now, @Nullable ProductRevision was, ProductRevision typed) {
        Money price = typed.price();
        Money oldPrice = was == null ? null : was.price();
        Difference<String> name = Difference.between("Name", was == null ? null : was.name(), now.name(), typed.name());
        // 2.5 is the price 2.50, and was not changed.
        Difference<Money> prices = Difference.between(
                "Price", oldPrice, now.price(), oldPrice != null && oldPrice.isWorth(price) ? oldPrice : price);
        return new ModelAndView("catalog/conflict", HttpStatus.CONFLICT)
                .addObject("product", now)
                .addObject("edit", new ProductRevision(name.merged(), prices.merged()))
                .addObject("differences", List.of(name, prices));
    }

    /** @param key made for the form, so that pressing its button twice corrects once */
    @PostMapping("/products/{sku}/stock-corrections")
    String correctStock(
            @PathVariable String sku,
            @Valid StockChange change,
            @RequestParam(required = false) @Nullable UUID key,
            RedirectAttributes redirect) {
        StockCorrectionDto correction = catalog.correctStock(sku, change, key);
        redirect.addFlashAttribute(
                DONE,
                correction.repeated()
                        ? "This correction had already been made. Nothing was changed again."
                        : "The stock is corrected.");
        return PRODUCT_PAGE;
    }

    @PostMapping("/products/{sku}/discontinue")
    String discontinue(@PathVariable String sku, RedirectAttributes redirect) {
        catalog.discontinue(sku);
        redirect.addFlashAttribute(DONE, "The product is no longer sold.");
        return PRODUCT_PAGE;
    }

    @GetMapping("/import")
    String importForm(UriComponentsBuilder shop, Model model) {
        model.addAttribute("address", shop.path("/api/products/imports").toUriString());
        return "catalog/import";
    }

    /** Accepts the file as the request's body, because the parts of a form would be stored before they are read. */
    @PostMapping(path = "/import", consumes = "text/csv")
    String importFile(InputStream file, Model model) throws IOException {
        model.addAttribute("report", imports.read(file));
        return "catalog/report";
    }
}
