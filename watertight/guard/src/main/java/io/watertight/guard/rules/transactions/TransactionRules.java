package io.watertight.guard.rules.transactions;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class TransactionRules {

    private TransactionRules() {}

    public static List<Rule> rules() {
        return List.of(new SeparateTransaction(), new TransactionOutsideModule());
    }
}
