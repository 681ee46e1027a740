package com.example.shop.catalog.internal;

import com.example.shop.catalog.CorrectionKeyReusedException;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import io.watertight.api.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Corrections of what is on hand, each of them remembered. They lock the product's row of stock, as every other movement in
 * the {@link StockLedger} does.
 */
@Repository
class StockCorrections {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    StockCorrections(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Empty if the product does not exist, the stock would leave its bounds, or the key has been used before. */
    Optional<StockCorrectionDto> make(String sku, StockChange change, @Nullable UUID key) {
        return jdbc.sql("""
                with corrected as (
                    update catalog.stock s
                       set on_hand = on_hand + :change
                     where s.sku = :sku and on_hand + :change between reserved and :maxStock
                       and not exists (select from catalog.stock_correction c
                                        where c.product_id = s.product_id and c.key = cast(:key as uuid))
                    returning product_id, sku, on_hand - reserved as stock
                ), noted as (
                    insert into catalog.stock_correction (product_id, change, reason, stock, corrected_at, key)
                    select product_id, :change, :reason, stock, clock_timestamp(), cast(:key as uuid) from corrected
                    returning change, reason, corrected_at
                )
                select c.sku, n.change, n.reason, c.stock, n.corrected_at, false as repeated
                  from corrected c cross join noted n""")
                .param("sku", sku)
                .param("change", change.change())
                .param("reason", change.reason())
                .param("key", key)
                .param("maxStock", NewProduct.MAX_STOCK)
                .query(StockCorrectionDto.class)
                .optional();
    }

    /**
     * The correction that was made with this key before; empty if there was none.
     *
     * @throws CorrectionKeyReusedException if it was another one
     */
    Optional<StockCorrectionDto> made(String sku, StockChange change, @Nullable UUID key) {
        Optional<StockCorrectionDto> found = jdbc.sql("""
                select s.sku, c.change, c.reason, c.stock, c.corrected_at, true as repeated
                  from catalog.stock s
                  join catalog.stock_correction c on c.product_id = s.product_id
                 where s.sku = :sku and c.key = cast(:key as uuid)""")
                .param("sku", sku)
                .param("key", key)
                .query(StockCorrectionDto.class)
                .optional();
        if (found.isPresent()
                && !change.equals(
                        new StockChange(found.get().change(), found.get().reason()))) {
            throw new CorrectionKeyReusedException(sku);
        }
        audit.nothingChanged();
        return found;
    }

    List<StockCorrectionDto> latest(String sku, int limit) {
        return jdbc.sql("""
                select s.sku, c.change, c.reason, c.stock, c.corrected_at, false as repeated
                  from catalog.stock s
                  join catalog.stock_correction c on c.product_id = s.product_id
                 where s.sku = :sku
                 order by c.id desc
                 limit :limit""")
                .param("sku", sku)
                .param("limit", limit)
                .query(StockCorrectionDto.class)
                .list();
    }
}
