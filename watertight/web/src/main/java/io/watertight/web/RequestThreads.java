package io.watertight.web;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of requests. Up to {@value #PLATFORM} requests at a time run on platform threads, which are cheaper for a request that asks
 * the database several times: each time a virtual thread waits, its stack is copied away and back. All further ones run on virtual
 * threads, so that requests which wait, for a connection or for a slow client, keep no other request waiting, such as a probe.
 */
final class RequestThreads extends ThreadPoolExecutor {

    /** More than can work at a time with a pool of 24 connections; their stacks take some 10 MB. */
    static final int PLATFORM = 100;

    RequestThreads() {
        super(
                0,
                PLATFORM,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("request-", 0).factory(),
                (request, _) -> Thread.ofVirtual().name("request").start(request));
    }
}
