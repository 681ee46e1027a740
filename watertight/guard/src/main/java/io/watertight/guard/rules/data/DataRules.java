package io.watertight.guard.rules.data;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#DATA}. */
public final class DataRules {

    private DataRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ForeignTypes(),
                new EntitiesAtHome(),
                new RepositoriesAtHome(),
                new GenericRepositories(),
                new BeanLookups(),
                new AggregateOperations(),
                new EntityCallbacks(),
                new PersistenceRooms(),
                new ConnectionIdentity(),
                new SharedDataBeans());
    }
}
