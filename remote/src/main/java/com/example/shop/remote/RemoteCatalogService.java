package com.example.shop.remote;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@link CatalogService} over HTTP, in the process where it runs. */
@HttpExchange("/internal/catalog")
public interface RemoteCatalogService extends CatalogService {

    @Override
    @PostExchange("/add")
    ProductDto add(@RequestBody NewProduct product);

    @Override
    @PostExchange("/revise")
    ProductDto revise(@RequestParam("sku") String sku, @RequestBody ProductRevision revision, ExpectedVersion expected);

    @Override
    @PostExchange("/discontinue")
    ProductDto discontinue(@RequestParam("sku") String sku);

    @Override
    @PostExchange("/correct-stock")
    StockCorrectionDto correctStock(
            @RequestParam("sku") String sku,
            @RequestBody StockChange change,
            @RequestParam(name = "key", required = false) @Nullable UUID key);

    @Override
    @GetExchange("/product")
    ProductDto product(@RequestParam("sku") String sku);

    @Override
    @PostExchange("/products")
    List<ProductDto> products(@RequestBody Set<String> skus);

    @Override
    @PostExchange("/search")
    PageDto<ProductDto> search(@RequestBody ProductQuery query);

    @Override
    @GetExchange("/price-history")
    List<PriceDto> priceHistory(@RequestParam("sku") String sku);

    @Override
    @GetExchange("/stock-corrections")
    List<StockCorrectionDto> stockCorrections(@RequestParam("sku") String sku);
}
