package com.example.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Finding;
import io.watertight.guard.run.Examination;
import io.watertight.testing.WholeDatabase;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Each rule on the shop's database bites, with the words that say what is wrong. */
@SpringBootTest(classes = ShopApplication.class, webEnvironment = WebEnvironment.NONE)
class DatabaseLeakTests {

    private static final CodeBase SHOP = CodeBase.ofThisJvm(ShopApplication.class.getName(), null);

    private final DataSource dataSource;
    private final WholeDatabase database;

    DatabaseLeakTests(@Autowired DataSource dataSource, @Autowired WholeDatabase database) {
        this.dataSource = dataSource;
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        tie-between-schemas | alter table orders.order_line add constraint tie foreign key (sku) references catalog.product (sku) | alter table orders.order_line drop constraint tie | The table constraint tie on orders.order_line refers to catalog.product.
        tie-between-schemas | create view orders.stock_view as select sku, on_hand from catalog.stock | drop view orders.stock_view | The view orders.stock_view refers to catalog.stock.
        tie-between-schemas | create materialized view customers.totals as select customer, count(*) from orders."order" group by 1 | drop materialized view customers.totals | The view customers.totals refers to orders."order".
        tie-between-schemas | create function orders.price(text) returns numeric language sql begin atomic select price_amount from catalog.product where sku = $1; end | drop function orders.price(text) | The function orders.price(text) refers to catalog.product.
        tie-between-schemas | create function orders.all_powerful() returns int language sql security definer as 'select 1' | drop function orders.all_powerful() | Function all_powerful of schema 'orders' is SECURITY DEFINER.
        tie-between-schemas | create table orders.special () inherits (catalog.stock) | drop table orders.special | The table orders.special refers to catalog.stock.
        tie-between-schemas | create table public.shared (id int) | drop table public.shared | There is shared in schema 'public'.
        foreign-right | alter table catalog.price owner to migrator | alter table catalog.price owner to catalog_owner | catalog.price belongs to 'migrator'.
        foreign-right | alter schema catalog owner to orders_owner | alter schema catalog owner to catalog_owner | schema catalog belongs to 'orders_owner'.
        foreign-right | alter role orders_rw createdb | alter role orders_rw nocreatedb | Role 'orders_rw' has CREATEDB.
        foreign-right | grant select on catalog.product to application | revoke all on catalog.product from application | Role 'application' has SELECT on catalog.product.
        foreign-right | grant update on customers.customer to orders_rw | revoke all on customers.customer from orders_rw | Role 'orders_rw' has UPDATE on customers.customer.
        foreign-right | grant usage on schema catalog to public | revoke usage on schema catalog from public | PUBLIC has USAGE on schema catalog.
        foreign-right | grant delete on events.event_publication to orders_rw | revoke delete on events.event_publication from orders_rw | Role 'orders_rw' has DELETE on events.event_publication.
        foreign-right | grant select on audit.entry to orders_rw | revoke select on audit.entry from orders_rw | Role 'orders_rw' has SELECT on audit.entry.
        foreign-right | grant catalog_rw to orders_rw | revoke catalog_rw from orders_rw | Role 'orders_rw' is a member of 'catalog_rw' and inherits its rights.
        foreign-right | grant catalog_rw to application with inherit true | grant catalog_rw to application with inherit false | Role 'application' is a member of 'catalog_rw' and inherits its rights.
        """)
    void saysWhatIsWrong(String rule, String leak, String undo, String what) {
        database.sql(leak).update();
        try {
            assertThat(findings())
                    .filteredOn(it -> it.what().equals(what))
                    .singleElement()
                    .satisfies(it -> assertThat(it.rule()).isEqualTo(rule));
        } finally {
            database.sql(undo).update();
        }
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() {
        return new Examination(SHOP, Clock.systemUTC(), EnumSet.allOf(RuleGroup.class), Set.of(), Level.STRICT)
                .examine(dataSource)
                .findings();
    }
}
