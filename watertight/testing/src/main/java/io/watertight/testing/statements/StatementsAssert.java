package io.watertight.testing.statements;

import org.assertj.core.api.AbstractAssert;

/** Assertions about {@link Statements}. */
public final class StatementsAssert extends AbstractAssert<StatementsAssert, Statements> {

    StatementsAssert(Statements actual) {
        super(actual, StatementsAssert.class);
    }

    /** Verifies the number of statements, without those that only set a role. */
    public StatementsAssert hasCount(int expected) {
        if (actual.count() != expected) {
            throw failureWithActualExpected(
                    actual.count(), expected, "Expected %d statements, but there were %s", expected, actual);
        }
        return this;
    }

    /** Verifies the number of round trips, for statements, roles and the commit. */
    public StatementsAssert hasTrips(int expected) {
        if (actual.trips() != expected) {
            throw failureWithActualExpected(
                    actual.trips(), expected, "Expected %d round trips, but there were %s", expected, actual);
        }
        return this;
    }

    /** Verifies that there are no more statements than this, without those that only set a role. */
    public StatementsAssert hasCountOfAtMost(int limit) {
        if (actual.count() > limit) {
            throw failure("Expected at most %d statements, but there were %s", limit, actual);
        }
        return this;
    }

    /** Verifies that the number of statements, without those that only set a role, is that of others. */
    public StatementsAssert hasSameCountAs(Statements others) {
        if (actual.count() != others.count()) {
            throw failureWithActualExpected(
                    actual.count(), others.count(), "Expected as many as %s%nbut there were %s", others, actual);
        }
        return this;
    }
}
