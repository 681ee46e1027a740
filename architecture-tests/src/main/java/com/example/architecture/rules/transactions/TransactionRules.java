package com.example.architecture.rules.transactions;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#TRANSACTIONS}. */
public final class TransactionRules {

    private TransactionRules() {}

    public static List<Rule> rules() {
        return List.of(new JoinedTransactions(), new TransactionsByHand(), new TransactionsInside());
    }
}
