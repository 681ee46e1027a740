package com.example.shop.architecture;

import com.example.shop.ShopApplication;
import io.watertight.guard.Guard;
import io.watertight.guard.Level;
import io.watertight.testing.schema.SchemaCheck;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The rules on the application's database after its migrations, and that these fit the code. */
@SpringBootTest(classes = ShopApplication.class, webEnvironment = WebEnvironment.NONE)
class DatabaseTests {

    @TestFactory
    Stream<DynamicTest> database(@Autowired DataSource dataSource) {
        return Guard.of(ShopApplication.class)
                .level(Level.STRICT)
                .onDatabase(dataSource)
                .tests();
    }

    @Test
    void tablesFitTheAggregatesAndQueries(@Autowired ApplicationContext shop) {
        SchemaCheck.of(shop).assertComplete();
    }
}
