package io.watertight.guard.rules.transactions;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class TransactionRules {

    private TransactionRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "separate-transaction",
                        RuleGroup.TRANSACTIONS,
                        Level.STRICT,
                        "a service joins its caller's transaction; listeners alone have one of their own",
                        SeparateTransaction::examine,
                        "second-connection"),
                new Rule(
                        "transaction-outside-module",
                        RuleGroup.TRANSACTIONS,
                        Level.STRICT,
                        "transactions begin inside modules: not in exported interfaces, the application or shared"
                                + " modules",
                        TransactionOutsideModule::examine));
    }
}
