package com.example.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.rules.Violation;
import com.example.shop.ShopApplication;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The rules on the shop's database after its migrations, and that each of them bites. */
@SpringBootTest(classes = ShopApplication.class, webEnvironment = WebEnvironment.NONE)
class DatabaseTests {

    private final ArchitectureSuite suite;
    private final WholeDatabase database;

    DatabaseTests(@Autowired DataSource dataSource, @Autowired WholeDatabase database) {
        this.suite = ArchitectureSuite.of(ShopApplication.class).onDatabase(dataSource);
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> database() {
        return suite.tests();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schemas-stay-apart | alter table orders.order_line add constraint tie foreign key (sku) references catalog.product (sku) | alter table orders.order_line drop constraint tie | The foreign key order_line.tie of schema 'orders' refers to catalog.product.
            schemas-stay-apart | create view orders.stock_view as select sku, on_hand from catalog.stock | drop view orders.stock_view | The view stock_view of schema 'orders' refers to catalog.stock.
            schemas-stay-apart | create materialized view customers.totals as select customer, count(*) from orders."order" group by 1 | drop materialized view customers.totals | The view totals of schema 'customers' refers to orders.order.
            schemas-stay-apart | create function orders.price(text) returns numeric language sql begin atomic select price_amount from catalog.product where sku = $1; end | drop function orders.price(text) | The function price of schema 'orders' refers to catalog.product.
            schemas-stay-apart | create function orders.all_powerful() returns int language sql security definer as 'select 1' | drop function orders.all_powerful() | Function all_powerful of schema 'orders' is SECURITY DEFINER.
            schemas-stay-apart | create table orders.special () inherits (catalog.stock) | drop table orders.special | The inheritance special of schema 'orders' refers to catalog.stock.
            schemas-stay-apart | create table public.shared (id int) | drop table public.shared | There is shared in schema 'public'.
            owners-by-module | alter table catalog.price owner to shop_migrator | alter table catalog.price owner to catalog_owner | catalog.price belongs to 'shop_migrator'.
            owners-by-module | alter schema catalog owner to orders_owner | alter schema catalog owner to catalog_owner | schema catalog belongs to 'orders_owner'.
            owners-by-module | alter role orders_rw createdb | alter role orders_rw nocreatedb | Role 'orders_rw' has CREATEDB.
            rights-by-module | grant select on catalog.product to shop_app | revoke all on catalog.product from shop_app | Role 'shop_app' has SELECT on catalog.product.
            rights-by-module | grant update on customers.customer to orders_rw | revoke all on customers.customer from orders_rw | Role 'orders_rw' has UPDATE on customers.customer.
            rights-by-module | grant usage on schema catalog to public | revoke usage on schema catalog from public | PUBLIC has USAGE on schema catalog.
            rights-by-module | grant delete on events.event_publication to orders_rw | revoke delete on events.event_publication from orders_rw | Role 'orders_rw' has DELETE on events.event_publication.
            rights-by-module | grant select on audit.entry to orders_rw | revoke select on audit.entry from orders_rw | Role 'orders_rw' has SELECT on audit.entry.
            rights-by-module | grant catalog_rw to orders_rw | revoke catalog_rw from orders_rw | Role 'orders_rw' is a member of 'catalog_rw' and inherits its rights.
            rights-by-module | grant catalog_rw to shop_app with inherit true | grant catalog_rw to shop_app with inherit false | Role 'shop_app' is a member of 'catalog_rw' and inherits its rights.
            """)
    void saysWhatIsWrong(String rule, String leak, String undo, String what) {
        database.sql(leak).update();
        try {
            assertThat(violations())
                    .filteredOn(it -> it.what().equals(what))
                    .singleElement()
                    .satisfies(it -> assertThat(it.rule()).isEqualTo(rule));
        } finally {
            database.sql(undo).update();
        }
        assertThat(violations()).isEmpty();
    }

    private List<Violation> violations() {
        return suite.examine().violations();
    }
}
