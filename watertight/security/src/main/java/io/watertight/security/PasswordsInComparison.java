package io.watertight.security;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The passwords of one name that are compared at this moment. Each is counted as wrong before it is compared. A program that sends
 * many right ones at once is not refused for that: the rest wait for the first to turn out right.
 */
class PasswordsInComparison {

    private static final long LONGEST_WAIT = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition compared = lock.newCondition();
    private int count;

    /** {@return whether there was an allowance for one more, or has been since} */
    boolean reserve(Bucket allowance) {
        lock.lock();
        try {
            long left = LONGEST_WAIT;
            while (!allowance.tryConsume(1)) {
                if (count == 0 || left <= 0) {
                    return false;
                }
                left = compared.awaitNanos(left);
            }
            count++;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** It was right. */
    void refund(Bucket allowance) {
        lock.lock();
        try {
            allowance.addTokens(1);
            count--;
            compared.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** It was wrong. */
    void keep() {
        lock.lock();
        try {
            count--;
            compared.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
