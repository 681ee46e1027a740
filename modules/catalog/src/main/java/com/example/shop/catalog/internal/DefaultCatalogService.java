package com.example.shop.catalog.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CorrectionUnderWay;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductExists;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.catalog.StockPromised;
import com.example.shop.catalog.UnknownProduct;
import com.example.shop.kernel.SearchWords;
import io.watertight.api.CurrentActor;
import io.watertight.api.Cursor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

@Service
@Validated
@Transactional
class DefaultCatalogService implements CatalogService {

    private static final int CORRECTIONS_SHOWN = 100;

    private final ProductRepository products;
    private final StockLedger stock;
    private final StockCorrections corrections;
    private final Reservations reservations;
    private final ProductMapper mapper;
    private final ApplicationEventPublisher events;
    private final CurrentActor actors;
    private final Clock clock;

    DefaultCatalogService(
            ProductRepository products,
            StockLedger stock,
            StockCorrections corrections,
            Reservations reservations,
            ProductMapper mapper,
            ApplicationEventPublisher events,
            CurrentActor actors,
            Clock clock) {
        this.products = products;
        this.stock = stock;
        this.corrections = corrections;
        this.reservations = reservations;
        this.mapper = mapper;
        this.events = events;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public ProductDto add(NewProduct command) {
        actors.actor().requireStaff();
        Product product = Product.introduce(command, clock.instant());
        try {
            product = products.save(product);
        } catch (DuplicateKeyException e) {
            throw new ProductExists(command.sku());
        }
        stock.open(product.id(), product.sku(), command.stock());
        products.rememberPrice(product.id());
        return view(product.sku());
    }

    @Override
    public ProductDto revise(String sku, ProductRevision revision, ExpectedVersion expected) {
        actors.actor().requireStaff();
        Product product = find(sku);
        expected.check(product.currentVersion());
        try {
            products.save(product.revise(revision));
        } catch (OptimisticLockingFailureException e) {
            throw new StaleVersion();
        }
        if (!product.costs(revision.price())) {
            products.rememberPrice(product.id());
        }
        return view(sku);
    }

    @Override
    public ProductDto discontinue(String sku) {
        actors.actor().requireStaff();
        Instant now = clock.instant();
        boolean changed = products.discontinue(sku, now);
        ProductDto product = view(sku);
        if (changed) {
            stock.close(sku);
            events.publishEvent(new ProductDiscontinued(sku, product.name(), now));
        }
        return product;
    }

    @Override
    public StockCorrectionDto correctStock(String sku, StockChange change, @Nullable UUID key) {
        actors.actor().requireStaff();
        try {
            return corrections
                    .make(sku, change, key)
                    .or(() -> corrections.made(sku, change, key))
                    .orElseThrow(() -> {
                        find(sku);
                        return new StockPromised(sku);
                    });
        } catch (DuplicateKeyException e) {
            throw new CorrectionUnderWay(sku);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public ProductDto product(String sku) {
        return view(sku);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProductDto> products(Set<String> skus) {
        return mapper.toDtos(products.viewBySkus(skus.toArray(String[]::new)));
    }

    @Override
    @Transactional(readOnly = true)
    public PageDto<ProductDto> search(ProductQuery query) {
        String list = "products/%s/%s/%s".formatted(query.words(), query.inStock(), query.discontinued());
        String after = query.cursor() == null
                ? ""
                : Cursor.decode(list, query.cursor(), 1).key().getFirst();
        List<ProductView> rows = products.search(
                after,
                SearchWords.in(query.words()).toTsQuery(),
                query.inStock(),
                query.discontinued(),
                query.limit() + 1);
        return PageDto.of(rows, query.limit(), last -> new Cursor(list, List.of(last.sku())))
                .map(mapper::toDto);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PriceDto> priceHistory(String sku) {
        List<PriceDto> prices = mapper.toPrices(products.priceHistory(sku));
        if (prices.isEmpty()) {
            throw new UnknownProduct(sku);
        }
        return prices;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StockCorrectionDto> stockCorrections(String sku) {
        actors.actor().requireStaff();
        find(sku);
        return corrections.latest(sku, CORRECTIONS_SHOWN);
    }

    @Override
    public List<ReservedProductDto> reserve(UUID orderId, List<RequestedLine> lines) {
        return reservations.reserve(orderId, lines);
    }

    @Override
    public void confirm(UUID orderId) {
        reservations.confirm(orderId);
    }

    @Override
    public void release(Collection<UUID> orderIds) {
        reservations.release(orderIds);
    }

    @Override
    public void consume(UUID orderId) {
        reservations.consume(orderId);
    }

    private Product find(String sku) {
        return products.findBySku(sku).orElseThrow(() -> new UnknownProduct(sku));
    }

    private ProductDto view(String sku) {
        return products.viewBySku(sku).map(mapper::toDto).orElseThrow(() -> new UnknownProduct(sku));
    }
}
