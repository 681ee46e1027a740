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
              join catalog.stock s on s.sku = p.sku
            """;

    Product save(Product product);

    Optional<Product> findBySku(String sku);

    @Query(VIEW + " where p.sku = :sku")
    Optional<ProductDto> viewBySku(String sku);

    @Query(VIEW + " where p.sku = any(cast(:skus as text[])) order by p.sku")
    List<ProductDto> viewBySkus(String[] skus);

    /**
     * Both tables are read from {@code after} on, in the order of their SKUs.
     *
     * @param after the SKU that the previous page ended with; empty for the first page
     * @param words a query in the syntax of {@code to_tsquery}
     */
    @Query(VIEW + """
             where p.sku > :after and s.sku > :after
               and (cast(:words as text) is null or p.words @@ to_tsquery('simple', :words))
               and (cast(:inStock as boolean) is null or s.available = :inStock)
               and (cast(:discontinued as boolean) is null or s.on_sale <> :discontinued)
             order by p.sku
             limit :limit""")
    List<ProductDto> search(
            String after, @Nullable String words, @Nullable Boolean inStock, @Nullable Boolean discontinued, int limit);

    /** When this call discontinued it; empty if it was before. */
    @Query("""
            update catalog.product
               set discontinued_at = now(), version = version + 1
             where sku = :sku and discontinued_at is null
            returning discontinued_at""")
    Optional<Instant> discontinue(String sku);

    @Modifying
    @Query("""
            insert into catalog.price (product_id, since, price_amount, price_currency)
            select id, clock_timestamp(), price_amount, price_currency from catalog.product where id = :productId""")
    void rememberPrice(UUID productId);

    @Query("""
            select h.price_amount, h.price_currency, h.since
              from catalog.price h
              join catalog.product p on p.id = h.product_id
             where p.sku = :sku
             order by h.id desc
             limit 100""")
    List<PriceDto> priceHistory(String sku);

    /**
     * Writes a batch of a file: products, prices and stock, whatever is new and whatever is not. The arrays are the columns of the
     * batch, each SKU once; what was there just so is not written.
     */
    @Query("""
            with line as (
                select l.sku, l.name, l.amount, l.currency::char(3) as currency, l.stock, l.discontinued
                  from unnest(cast(:skus as text[]), cast(:names as text[]), cast(:amounts as numeric[]),
                              cast(:currencies as text[]), cast(:stocks as bigint[]),
                              cast(:ended as boolean[]))
                       as l (sku, name, amount, currency, stock, discontinued)
            ), known as (
                select l.*,
                       p.id is not null and (p.name, p.price_amount, p.price_currency)
                                            is not distinct from (l.name, l.amount, l.currency) as same,
                       p.discontinued_at is not null or p.id is null and l.discontinued as ended,
                       p.discontinued_at is null and p.id is not null and l.discontinued as for_sale
                  from line l
                  left join catalog.product p on p.sku = l.sku
            ), written as (
                insert into catalog.product as p
                       (id, version, sku, name, price_amount, price_currency, created_at)
                select gen_random_uuid(), 0, k.sku, k.name, k.amount, k.currency, now()
                  from known k
                 where not k.same and not k.ended and not k.for_sale
                 order by k.sku
                on conflict (sku) do update
                   -- Its sale may have ended in this moment.
                   set name = case when p.discontinued_at is null then excluded.name else p.name end,
                       -- 2.5 is the price 2.50, and does not take its digits away
                       price_amount = case when p.discontinued_at is not null or p.price_amount = excluded.price_amount
                                           then p.price_amount else excluded.price_amount end,
                       price_currency = case when p.discontinued_at is null
                                             then excluded.price_currency else p.price_currency end,
                       version = p.version + (p.discontinued_at is null)::int
                 where (p.name, p.price_amount, p.price_currency)
                       is distinct from (excluded.name, excluded.price_amount, excluded.price_currency)
                returning new.id, new.sku, new.name, new.price_amount, new.price_currency, old.id is null as created,
                          old.name as name_before, old.price_amount as price_before_amount,
                          old.price_currency as price_before_currency, new.discontinued_at is not null as ended,
                          (new.price_amount, new.price_currency)
                          is distinct from (old.price_amount, old.price_currency) as repriced
            ), priced as (
                insert into catalog.price (product_id, since, price_amount, price_currency)
                select w.id, clock_timestamp(), w.price_amount, w.price_currency from written w where w.repriced
            ), stocked as (
                insert into catalog.stock (product_id, sku, on_hand)
                select w.id, w.sku, l.stock from written w join line l on l.sku = w.sku where w.created
            )
            select k.sku,
                   case when k.for_sale then 'FOR_SALE' when w.ended or k.ended and not k.same then 'DISCONTINUED' when w.created then 'CREATED'
                        when not w.created then 'CHANGED' else 'UNCHANGED' end as outcome,
                   coalesce(w.name, k.name) as name, coalesce(w.price_amount, k.amount) as price_amount,
                   coalesce(w.price_currency, k.currency) as price_currency,
                   w.name_before, w.price_before_amount, w.price_before_currency
              from known k
              left join written w on w.sku = k.sku""")
    List<WrittenRow> importLines(
            String[] skus, String[] names, String[] amounts, String[] currencies, String[] stocks, String[] ended);
}
