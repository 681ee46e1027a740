package io.watertight.benchmarks.placing;

import java.sql.SQLException;

/** One client's way to place orders. */
interface Orders extends AutoCloseable {

    /** Places an order; it has been committed when this returns. */
    void place(Basket basket) throws Exception;

    @Override
    void close() throws SQLException;
}
