package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductImportDto;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.kernel.Roles;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleReads;
import io.watertight.csv.CsvExport;
import io.watertight.pattern.Download;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class ProductController {

    private static final CsvExport<ProductDto> CSV = new CsvExport<ProductDto>()
            .column("sku", ProductDto::sku)
            .column("name", ProductDto::name)
            .column("price", it -> it.price().amount())
            .column("currency", it -> it.price().currency())
            .column("stock", ProductDto::stock)
            .column("discontinued", ProductDto::discontinued);

    private final CatalogService catalog;
    private final ProductImport imports;

    ProductController(CatalogService catalog, ProductImport imports) {
        this.catalog = catalog;
        this.imports = imports;
    }

    @PostMapping("/products")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductDto> add(@RequestBody NewProduct product) {
        ProductDto added = catalog.add(product);
        return ResponseEntity.created(locationOf("/api/products/{sku}", added.sku()))
                .body(added);
    }

    @GetMapping("/products")
    @PermitAll
    PageDto<ProductDto> search(ProductQuery query) {
        return catalog.search(query);
    }

    @PostMapping(path = "/products/imports", consumes = "text/csv")
    ProductImportDto importFile(InputStream file) throws IOException {
        return imports.read(file);
    }

    @GetMapping("/products/{sku}")
    @PermitAll
    ProductDto product(@PathVariable String sku) {
        return catalog.product(sku);
    }

    @PutMapping("/products/{sku}")
    ProductDto revise(@PathVariable String sku, ExpectedVersion expected, @RequestBody ProductRevision revision) {
        return catalog.revise(sku, revision, expected);
    }

    @PostMapping("/products/{sku}/discontinue")
    ProductDto discontinue(@PathVariable String sku) {
        return catalog.discontinue(sku);
    }

    @GetMapping("/products/{sku}/prices")
    @PermitAll
    List<PriceDto> priceHistory(@PathVariable String sku) {
        return catalog.priceHistory(sku);
    }

    @PostMapping("/products/{sku}/stock-corrections")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StockCorrectionDto> correctStock(
            @PathVariable String sku,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody StockChange change) {
        StockCorrectionDto correction = catalog.correctStock(sku, change, key);
        return ResponseEntity.created(locationOf("/api/products/{sku}/stock-corrections", sku))
                .body(correction);
    }

    @GetMapping("/products/{sku}/stock-corrections")
    List<StockCorrectionDto> stockCorrections(@PathVariable String sku) {
        return catalog.stockCorrections(sku);
    }

    private static URI locationOf(String path, String sku) {
        return UriComponentsBuilder.fromPath(path).encode().buildAndExpand(sku).toUri();
    }

    /** What the list shows for the same parameters, as a file that {@link ProductImport} reads. */
    @GetMapping(path = "/exports/products", produces = "text/csv")
    @PermitAll
    ResponseEntity<StreamingResponseBody> export(ProductQuery query) {
        Stream<ProductDto> found =
                PageDto.walk(next -> StaleReads.allow(() -> catalog.search(query.page(PageDto.MAX_LIMIT, next))));
        return Download.csv("products.csv", target -> CSV.write(found, target));
    }
}
