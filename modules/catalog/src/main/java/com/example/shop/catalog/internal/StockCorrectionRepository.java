package com.example.shop.catalog.internal;

import com.example.shop.catalog.StockCorrectionDto;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * Corrections of what is on hand, each of them remembered. They lock the product's row of stock, as every other movement in
 * the {@link StockRepository} does.
 */
interface StockCorrectionRepository extends Repository<Product, UUID> {

    /** Empty if the product does not exist, the stock would leave its bounds, or the key has been used before. */
    @Query("""
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
    Optional<StockCorrectionDto> make(String sku, long change, String reason, @Nullable UUID key, long maxStock);

    /** The correction that was made with this key before. */
    @Query("""
                select s.sku, c.change, c.reason, c.stock, c.corrected_at, true as repeated
                  from catalog.stock s
                  join catalog.stock_correction c on c.product_id = s.product_id
                 where s.sku = :sku and c.key = cast(:key as uuid)""")
    Optional<StockCorrectionDto> findByKey(String sku, @Nullable UUID key);

    @Query("""
                select s.sku, c.change, c.reason, c.stock, c.corrected_at, false as repeated
                  from catalog.stock s
                  join catalog.stock_correction c on c.product_id = s.product_id
                 where s.sku = :sku
                 order by c.id desc
                 limit :limit""")
    List<StockCorrectionDto> latest(String sku, int limit);
}
