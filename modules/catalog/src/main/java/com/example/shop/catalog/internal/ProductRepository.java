package com.example.shop.catalog.internal;

import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDto;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Products as aggregates, for changes; and as rows with their stock, for reading. */
interface ProductRepository extends Repository<Product, UUID> {

    String VIEW = """
        select p.sku, p.name, p.price_amount, p.price_currency, s.on_hand - s.reserved as stock,
               p.discontinued_at is not null as discontinued, p.version
          from catalog.product p
          join catalog.stock s on s.product_id = p.id
        """;

    Product save(Product product);

    Optional<Product> findBySku(String sku);

    @Query(VIEW + " where p.sku = :sku")
    Optional<ProductDto> viewBySku(String sku);

    @Query(VIEW + " where p.sku = any(cast(:skus as text[])) order by p.sku")
    List<ProductDto> viewBySkus(String[] skus);

    /**
     * @param after the SKU that the previous page ended with; empty for the first page
     * @param words a query in the syntax of {@code to_tsquery}
     */
    @Query(VIEW + """
        where p.sku > :after
          and (cast(:words as text) is null or p.words @@ to_tsquery('simple', :words))
          and (cast(:inStock as boolean) is null or (s.on_sale and s.on_hand > s.reserved) = :inStock)
          and (cast(:discontinued as boolean) is null or (p.discontinued_at is not null) = :discontinued)
        order by p.sku
        limit :limit\
        """)
    List<ProductDto> search(
            String after, @Nullable String words, @Nullable Boolean inStock, @Nullable Boolean discontinued, int limit);

    @Query("""
        select p.sku, p.name, count(*) over () as total
          from catalog.product p
          join catalog.stock s on s.product_id = p.id
         where s.on_sale and s.on_hand = s.reserved
         order by p.sku
         limit :limit\
        """)
    List<SoldOutView> soldOut(int limit);

    /**
     * @return true if this call discontinued it
     */
    @Modifying
    @Query("""
        update catalog.product
           set discontinued_at = :now, version = version + 1
         where sku = :sku and discontinued_at is null\
        """)
    boolean discontinue(String sku, Instant now);

    @Modifying
    @Query("""
        insert into catalog.price (product_id, since, price_amount, price_currency)
        select id, clock_timestamp(), price_amount, price_currency from catalog.product where id = :productId\
        """)
    void rememberPrice(UUID productId);

    @Query("""
        select h.price_amount, h.price_currency, h.since
          from catalog.price h
          join catalog.product p on p.id = h.product_id
         where p.sku = :sku
         order by h.id desc\
        """)
    List<PriceDto> priceHistory(String sku);
}
