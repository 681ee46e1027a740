package io.watertight.proof;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests that wait until the test lets them go on. */
@RestController
public class Waiting {

    private final Collection<Thread> threads = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @GetMapping("/waiting")
    String waitForTheEnd() throws InterruptedException {
        threads.add(Thread.currentThread());
        end.await();
        return "ended";
    }

    public Collection<Thread> threads() {
        return threads;
    }

    public void end() {
        end.countDown();
    }
}
