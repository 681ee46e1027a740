package io.watertight.benchmarks.placing;

/** One client's way to place orders. */
interface Orders extends AutoCloseable {

    /** Places an order; it has been committed when this returns. */
    void place(Basket basket) throws Exception;

    @Override
    void close() throws Exception;
}
