package io.watertight.guard.rules.transactions;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#TRANSACTIONS}. */
public final class TransactionRules {

    private TransactionRules() {}

    public static List<Rule> rules() {
        return List.of(new JoinedTransactions(), new TransactionsByHand(), new TransactionsInside());
    }
}
