package io.watertight.guard.rules.data;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class DataRules {

    private DataRules() {}

    public static List<Rule> rules() {
        return List.of(
                new ForeignData(),
                new ForeignTable(),
                new SharedTable(),
                new ForeignTestData(),
                new GenericRepository(),
                new FunctionalBean(),
                new ExposedData(),
                new BeanLookup(),
                new DataAccessOutsideModule(),
                new SecondConnection());
    }
}
