package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Places orders as fast as possible. */
interface Load extends AutoCloseable {

    /** {@return orders per second} */
    double run(Duration length) throws IOException, InterruptedException;

    @Override
    void close() throws SQLException;
}
