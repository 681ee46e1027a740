package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.internal.ProductBatch.Line;
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
     * @param importId marks the rows; one that bears the mark already belongs to an earlier line of the same sheet and is
     *     left alone
     * @return what became of the products, by SKU; without those that were left alone
     */
    @Transactional
    Map<String, WrittenRow> importBatch(UUID importId, Collection<Line> lines) {
        Map<String, WrittenRow> written = write(importId, lines);
        audit.add(
                "import",
                written.values().stream()
                        .filter(WrittenRow::isNews)
                        .collect(Collectors.toMap(WrittenRow::sku, it -> it.in(importId))));
        return written;
    }

    private Map<String, WrittenRow> write(UUID importId, Collection<Line> lines) {
        return jdbc
                .sql("""
                with line as (
                    select *
                      from unnest(cast(:skus as text[]), cast(:names as text[]), cast(:amounts as numeric[]),
                                  cast(:currencies as text[]), cast(:stocks as bigint[]))
                           as l (sku, name, amount, currency, stock)
                ), written as (
                    insert into catalog.product as p
                           (id, version, sku, name, price_amount, price_currency, created_at, import_id)
                    select gen_random_uuid(), 0, l.sku, l.name, l.amount, l.currency, now(), :importId
                      from line l
                     order by l.sku
                    on conflict (sku) do update
                       set name = excluded.name,
                           -- 2.5 is the price 2.50, and does not take its digits away
                           price_amount = case when p.price_amount = excluded.price_amount
                                               then p.price_amount else excluded.price_amount end,
                           price_currency = excluded.price_currency, import_id = excluded.import_id,
                           version = p.version + case
                               when (p.name, p.price_amount, p.price_currency)
                                    is distinct from (excluded.name, excluded.price_amount, excluded.price_currency)
                               then 1 else 0 end
                     where p.import_id is distinct from excluded.import_id
                    returning new.id, new.sku, new.name, new.price_amount, new.price_currency, old.id is null as created,
                              old.name as name_before, old.price_amount as amount_before,
                              old.price_currency as currency_before,
                              new.version is distinct from old.version as changed,
                              (new.price_amount, new.price_currency)
                              is distinct from (old.price_amount, old.price_currency) as repriced
                ), priced as (
                    insert into catalog.price (product_id, since, price_amount, price_currency)
                    select w.id, clock_timestamp(), w.price_amount, w.price_currency from written w where w.repriced
                ), stocked as (
                    insert into catalog.stock (product_id, sku, on_hand)
                    select w.id, w.sku, l.stock from written w join line l on l.sku = w.sku where w.created
                )
                select w.sku, w.created, w.changed, w.name, w.price_amount as amount, w.price_currency as currency,
                       w.name_before, w.amount_before, w.currency_before
                  from written w""")
                .param("importId", importId)
                .param("skus", column(lines, NewProduct::sku))
                .param("names", column(lines, NewProduct::name))
                .param("amounts", column(lines, it -> it.price().amount().toPlainString()))
                .param("currencies", column(lines, it -> it.price().currency().getCurrencyCode()))
                .param("stocks", column(lines, it -> String.valueOf(it.stock())))
                .query(WrittenRow.class)
                .list()
                .stream()
                .collect(Collectors.toMap(WrittenRow::sku, Function.identity()));
    }

    private static String[] column(Collection<Line> lines, Function<NewProduct, String> value) {
        return lines.stream().map(it -> value.apply(it.product())).toArray(String[]::new);
    }
}
