package com.example.shop.orders;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.Hold;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.PricesChangedException;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductExistsException;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.catalog.StockReservedException;
import com.example.shop.catalog.StockService;
import com.example.shop.catalog.UnknownProductException;
import com.example.shop.kernel.Money;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.Problem.Field;
import io.watertight.api.StaleVersionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A catalog of everything: each SKU costs 2.50 GBP and is there, except those that begin with SHORT, of which three are left
 * to see and none to have, those with GONE, whose sale has ended, and those with NONE, which it lacks; those with EUR cost
 * euros. Whoever changes it finds it as it was. It remembers what it was asked.
 */
public class InMemoryCatalog implements CatalogService, StockService {

    private final List<UUID> confirmed = new CopyOnWriteArrayList<>();
    private final List<Collection<UUID>> releases = new CopyOnWriteArrayList<>();
    private final List<UUID> consumed = new CopyOnWriteArrayList<>();
    private final List<Set<String>> asked = new CopyOnWriteArrayList<>();

    public List<UUID> confirmed() {
        return confirmed;
    }

    /** What each call released. */
    public List<Collection<UUID>> releases() {
        return releases;
    }

    public List<UUID> consumed() {
        return consumed;
    }

    /** What each call asked for by SKU. */
    public List<Set<String>> asked() {
        return asked;
    }

    @Override
    public List<ReservedProductDto> reserve(UUID orderId, List<RequestedLine> lines, Hold hold) {
        List<Shortage> shortages = lines.stream()
                .filter(it -> it.sku().startsWith("SHORT"))
                .map(it -> new Shortage(it.sku(), it.quantity(), 0))
                .toList();
        if (!shortages.isEmpty()) {
            throw new InsufficientStockException(
                    shortages,
                    IntStream.range(0, lines.size())
                            .filter(it -> lines.get(it).sku().startsWith("SHORT"))
                            .mapToObj(it -> new Field("lines[%d].sku".formatted(it), "exceeds the available stock"))
                            .toList());
        }
        List<Field> repriced = IntStream.range(0, lines.size())
                .filter(it -> isRepriced(lines.get(it)))
                .mapToObj(it -> new Field("lines[%d].price".formatted(it), "is no longer current"))
                .toList();
        if (!repriced.isEmpty()) {
            throw new PricesChangedException(repriced);
        }
        if (hold == Hold.FIRM) {
            confirm(orderId);
        }
        return lines.stream()
                .collect(Collectors.groupingBy(RequestedLine::sku, Collectors.summingLong(RequestedLine::quantity)))
                .entrySet()
                .stream()
                .map(it -> new ReservedProductDto(
                        it.getKey(), "Product " + it.getKey(), price(it.getKey()), it.getValue()))
                .toList();
    }

    private static boolean isRepriced(RequestedLine line) {
        return line.price() != null && !line.price().isWorth(price(line.sku()));
    }

    private static Money price(String sku) {
        return Money.of("2.50", sku.startsWith("EUR") ? "EUR" : "GBP");
    }

    @Override
    public void confirm(UUID orderId) {
        confirmed.add(orderId);
    }

    @Override
    public void release(Collection<UUID> orderIds) {
        releases.add(new ArrayList<>(orderIds));
    }

    @Override
    public void consume(UUID orderId) {
        consumed.add(orderId);
    }

    @Override
    public List<ProductDto> products(Set<String> skus) {
        asked.add(skus);
        return skus.stream()
                .filter(it -> !it.startsWith("NONE"))
                .sorted()
                .map(InMemoryCatalog::find)
                .toList();
    }

    private static ProductDto find(String sku) {
        long stock = sku.startsWith("SHORT") ? 3 : 10_000_000;
        return new ProductDto(sku, "Product " + sku, price(sku), stock, sku.startsWith("GONE"), 0);
    }

    @Override
    public ProductDto product(String sku) {
        if (sku.startsWith("NONE")) {
            throw new UnknownProductException(sku);
        }
        return find(sku);
    }

    @Override
    public PageDto<ProductDto> search(ProductQuery query) {
        return new PageDto<>(List.of(find("%s-1".formatted(query.words())), find("SHORT-" + query.words())), null);
    }

    @Override
    public List<PriceDto> priceHistory(String sku) {
        return List.of(new PriceDto(price(sku), Instant.EPOCH));
    }

    @Override
    public List<StockCorrectionDto> stockCorrections(String sku) {
        return List.of();
    }

    @Override
    public ProductDto add(NewProduct product) {
        throw new ProductExistsException(product.sku());
    }

    @Override
    public ProductDto revise(String sku, ProductRevision revision, ExpectedVersion expected) {
        throw new StaleVersionException();
    }

    @Override
    public ProductDto discontinue(String sku) {
        return product(sku);
    }

    @Override
    public StockCorrectionDto correctStock(String sku, StockChange change, @Nullable UUID key) {
        throw new StockReservedException(sku);
    }
}
