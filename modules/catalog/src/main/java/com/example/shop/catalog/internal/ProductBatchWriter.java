package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import io.watertight.api.AuditTrail;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a batch of a sheet: products, prices and stock in one statement, whatever is new and whatever is not; and in another
 * one what it has changed, product by product, into the audit trail.
 */
@Repository
class ProductBatchWriter {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ProductBatchWriter(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * @param importId stands in the audit trail at everything that one sheet has changed
     * @param lines each SKU once
     * @return what became of each line, by SKU; what was there just so is not written
     */
    @Transactional
    Map<String, WrittenRow> importBatch(UUID importId, Collection<ProductLine> lines) {
        Map<String, WrittenRow> written = write(lines);
        audit.add(
                "import",
                written.values().stream()
                        .filter(WrittenRow::isNews)
                        .collect(Collectors.toMap(WrittenRow::sku, it -> it.in(importId))));
        return written;
    }

    private Map<String, WrittenRow> write(Collection<ProductLine> lines) {
        return jdbc
                .sql("""
                with line as (
                    select l.sku, l.name, l.amount, l.currency::char(3) as currency, l.stock, l.discontinued
                      from unnest(cast(:skus as text[]), cast(:names as text[]), cast(:amounts as numeric[]),
                                  cast(:currencies as text[]), cast(:stocks as bigint[]),
                                  cast(:discontinued as boolean[]))
                           as l (sku, name, amount, currency, stock, discontinued)
                ), known as (
                    select l.*,
                           p.id is not null and (p.name, p.price_amount, p.price_currency)
                                                is not distinct from (l.name, l.amount, l.currency) as same,
                           p.discontinued_at is not null or p.id is null and l.discontinued as ended
                      from line l
                      left join catalog.product p on p.sku = l.sku
                ), written as (
                    insert into catalog.product as p
                           (id, version, sku, name, price_amount, price_currency, created_at)
                    select gen_random_uuid(), 0, k.sku, k.name, k.amount, k.currency, now()
                      from known k
                     where not k.same and not k.ended
                     order by k.sku
                    on conflict (sku) do update
                       set name = excluded.name,
                           -- 2.5 is the price 2.50, and does not take its digits away
                           price_amount = case when p.price_amount = excluded.price_amount
                                               then p.price_amount else excluded.price_amount end,
                           price_currency = excluded.price_currency,
                           version = p.version + 1
                     where p.discontinued_at is null
                       and (p.name, p.price_amount, p.price_currency)
                           is distinct from (excluded.name, excluded.price_amount, excluded.price_currency)
                    returning new.id, new.sku, new.name, new.price_amount, new.price_currency, old.id is null as created,
                              old.name as name_before, old.price_amount as amount_before,
                              old.price_currency as currency_before,
                              (new.price_amount, new.price_currency)
                              is distinct from (old.price_amount, old.price_currency) as repriced
                ), priced as (
                    insert into catalog.price (product_id, since, price_amount, price_currency)
                    select w.id, clock_timestamp(), w.price_amount, w.price_currency from written w where w.repriced
                ), stocked as (
                    insert into catalog.stock (product_id, sku, on_hand)
                    select w.id, w.sku, l.stock from written w join line l on l.sku = w.sku where w.created
                )
                select k.sku, coalesce(w.created, false) as created, coalesce(not w.created, false) as changed,
                       k.ended and not k.same as discontinued,
                       coalesce(w.name, k.name) as name, coalesce(w.price_amount, k.amount) as amount,
                       coalesce(w.price_currency, k.currency) as currency,
                       w.name_before, w.amount_before, w.currency_before
                  from known k
                  left join written w on w.sku = k.sku""")
                .param("skus", column(lines, NewProduct::sku))
                .param("names", column(lines, NewProduct::name))
                .param("amounts", column(lines, it -> it.price().amount().toPlainString()))
                .param("currencies", column(lines, it -> it.price().currency().getCurrencyCode()))
                .param("stocks", column(lines, it -> String.valueOf(it.stock())))
                .param(
                        "discontinued",
                        lines.stream()
                                .map(it -> String.valueOf(it.discontinued()))
                                .toArray(String[]::new))
                .query(WrittenRow.class)
                .list()
                .stream()
                .collect(Collectors.toMap(WrittenRow::sku, Function.identity()));
    }

    private static String[] column(Collection<ProductLine> lines, Function<NewProduct, String> value) {
        return lines.stream().map(it -> value.apply(it.product())).toArray(String[]::new);
    }
}
