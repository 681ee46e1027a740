package io.watertight.security;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The passwords of one name that are being compared. Each counts as wrong until it has been compared. So that a program can
 * send many correct ones at once, the others wait for the result of the first.
 */
class PasswordsInComparison {

    private static final long LONGEST_WAIT = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition compared = lock.newCondition();
    private int count;

    /** {@return whether one more attempt is allowed, possibly after waiting} */
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

    /** The password was correct. */
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

    /** The password was wrong. */
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
