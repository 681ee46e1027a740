package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CorrectionInProgressException;
import com.example.shop.catalog.CorrectionKeyReusedException;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductExistsException;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.catalog.StockReservedException;
import com.example.shop.catalog.UnknownProductException;
import com.example.shop.catalog.internal.ProductImport.ProductLine;
import com.example.shop.kernel.Roles;
import io.watertight.api.AuditTrail;
import io.watertight.api.Audited;
import io.watertight.api.CanonicalText;
import io.watertight.api.CurrentActor;
import io.watertight.api.Cursor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.SearchWords;
import io.watertight.pattern.ModuleService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

@ModuleService
class DefaultCatalogService implements CatalogService {

    private final ProductRepository products;
    private final StockRepository stock;
    private final ApplicationEventPublisher events;
    private final CurrentActor actors;
    private final AuditTrail audit;
    private final Clock clock;

    DefaultCatalogService(
            ProductRepository products,
            StockRepository stock,
            ApplicationEventPublisher events,
            CurrentActor actors,
            AuditTrail audit,
            Clock clock) {
        this.products = products;
        this.stock = stock;
        this.events = events;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    @Audited(subject = "result.sku")
    public ProductDto add(NewProduct command) {
        Roles.requireStaff(actors.actor());
        Product product = Product.introduce(command, clock.instant());
        try {
            product = products.save(product);
        } catch (DuplicateKeyException e) {
            throw new ProductExistsException(command.sku());
        }
        stock.open(product.id(), product.sku(), command.stock());
        products.rememberPrice(product.id());
        return product(product.sku());
    }

    @Override
    @Transactional
    @Audited(subject = "result.sku")
    public ProductDto revise(String sku, ProductRevision revision, ExpectedVersion expected) {
        Roles.requireStaff(actors.actor());
        Product product =
                products.findBySku(CanonicalText.key(sku)).orElseThrow(() -> new UnknownProductException(sku));
        expected.check(product.version());
        Product revised = product.revise(revision);
        if (revised.equals(product)) {
            audit.nothingChanged();
            return product(sku);
        }
        try {
            products.save(revised);
        } catch (OptimisticLockingFailureException e) {
            throw expected.conflict(e);
        }
        if (!product.price().isWorth(revision.price())) {
            products.rememberPrice(product.id());
        }
        return product(sku);
    }

    @Override
    @Transactional
    @Audited(subject = "result.sku")
    public ProductDto discontinue(String sku) {
        Roles.requireStaff(actors.actor());
        String key = CanonicalText.key(sku);
        Optional<Instant> discontinued = products.discontinue(key);
        ProductDto product = product(key);
        discontinued.ifPresentOrElse(
                at -> {
                    stock.close(key);
                    events.publishEvent(new ProductDiscontinued(key, product.name(), at, product.version()));
                },
                audit::nothingChanged);
        return product;
    }

    @Override
    @Transactional
    @Audited(subject = "sku")
    public StockCorrectionDto correctStock(String sku, StockChange change, @Nullable UUID key) {
        Roles.requireStaff(actors.actor());
        String product = CanonicalText.key(sku);
        try {
            return stock.correct(product, change.change(), change.reason(), key, NewProduct.MAX_STOCK)
                    .or(() -> earlier(product, change, key))
                    .orElseThrow(() -> {
                        product(product);
                        return new StockReservedException(product);
                    });
        } catch (DuplicateKeyException e) {
            throw new CorrectionInProgressException(sku);
        }
    }

    private Optional<StockCorrectionDto> earlier(String sku, StockChange change, @Nullable UUID key) {
        Optional<StockCorrectionDto> earlier = stock.correctionByKey(sku, key);
        if (earlier.filter(it -> it.change() != change.change() || !it.reason().equals(change.reason()))
                .isPresent()) {
            throw new CorrectionKeyReusedException(sku);
        }
        audit.nothingChanged();
        return earlier;
    }

    /**
     * Writes a batch of a file in one statement, and its changes to the audit trail, product by product, in another.
     *
     * @param lines each SKU once
     * @param importId marks everything in the audit trail that one file has changed
     */
    @Transactional
    List<WrittenRow> importBatch(List<ProductLine> lines, UUID importId) {
        List<WrittenRow> written = products.importLines(
                column(lines, NewProduct::sku),
                column(lines, NewProduct::name),
                column(lines, it -> it.price().amount().toPlainString()),
                column(lines, it -> it.price().currency().getCurrencyCode()),
                column(lines, it -> String.valueOf(it.stock())),
                lines.stream().map(it -> String.valueOf(it.discontinued())).toArray(String[]::new));
        audit.add(
                "import",
                written.stream()
                        .filter(WrittenRow::isWritten)
                        .collect(Collectors.toMap(WrittenRow::sku, it -> it.change(importId))));
        return written;
    }

    private static String[] column(List<ProductLine> lines, Function<NewProduct, String> value) {
        return lines.stream().map(it -> value.apply(it.product())).toArray(String[]::new);
    }

    @Override
    public ProductDto product(String sku) {
        return products.viewBySku(CanonicalText.key(sku)).orElseThrow(() -> new UnknownProductException(sku));
    }

    @Override
    public List<ProductDto> products(Set<String> skus) {
        return products.viewBySkus(skus.stream().map(CanonicalText::key).toArray(String[]::new));
    }

    @Override
    public PageDto<ProductDto> search(ProductQuery query) {
        String list = "products/%s/%s/%s".formatted(query.words(), query.inStock(), query.discontinued());
        String after = query.cursor() == null
                ? ""
                : Cursor.decode(list, query.cursor(), 1).key().getFirst();
        List<ProductDto> rows = products.search(
                after, SearchWords.toTsQuery(query.words()), query.inStock(), query.discontinued(), query.limit() + 1);
        return PageDto.of(rows, query.limit(), last -> new Cursor(list, List.of(last.sku())));
    }

    @Override
    public List<PriceDto> priceHistory(String sku) {
        List<PriceDto> prices = products.priceHistory(CanonicalText.key(sku));
        if (prices.isEmpty()) {
            throw new UnknownProductException(sku);
        }
        return prices;
    }

    @Override
    public List<StockCorrectionDto> stockCorrections(String sku) {
        Roles.requireStaff(actors.actor());
        product(sku);
        return stock.latestCorrections(CanonicalText.key(sku));
    }
}
