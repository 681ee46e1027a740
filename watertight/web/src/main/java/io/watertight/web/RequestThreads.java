package io.watertight.web;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Four requests for each processor run on platform threads, which are cheaper for a request that asks the database several times:
 * each time a virtual thread waits, its stack is copied away and back. All further ones run on virtual threads, so that requests
 * which wait, for a connection or for a slow client, keep no other request waiting, such as a probe.
 */
class RequestThreads implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** Few: where all are busy, virtual threads share the processors with them, and may hold what they wait for. */
    static final int PLATFORM = 4 * Runtime.getRuntime().availableProcessors();

    /** Right after Spring Boot's, which uses virtual threads only. */
    @Override
    public int getOrder() {
        return 2;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers(tomcat -> tomcat.setExecutor(threads()));
    }

    private static Executor threads() {
        return new ThreadPoolExecutor(
                0,
                PLATFORM,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("request-", 0).factory(),
                (request, _) -> Thread.ofVirtual().name("request").start(request));
    }
}
