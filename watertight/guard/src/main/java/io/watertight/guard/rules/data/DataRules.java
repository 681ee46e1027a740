package io.watertight.guard.rules.data;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class DataRules {

    private DataRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "foreign-data",
                        RuleGroup.DATA,
                        Level.CORE,
                        "nobody outside a module touches its entities and repositories",
                        ForeignData::examine),
                new Rule(
                        "foreign-table",
                        RuleGroup.DATA,
                        Level.CORE,
                        "SQL and JPQL name only tables and entities of their own module",
                        ForeignTable::examine),
                new Rule(
                        "shared-table",
                        RuleGroup.DATA,
                        Level.CORE,
                        "each table is mapped by the entities of one module alone",
                        SharedTable::examine),
                new Rule(
                        "foreign-test-data",
                        RuleGroup.DATA,
                        Level.CORE,
                        "tests touch the data and the internal types of their own module only, by whatever name",
                        ForeignTestData::examine),
                new Rule(
                        "generic-repository",
                        RuleGroup.DATA,
                        Level.CORE,
                        "nobody gets hold of a repository by a super-type of it, nor stores by a template what is not"
                                + " its own",
                        GenericRepository::examine),
                new Rule(
                        "functional-bean",
                        RuleGroup.DATA,
                        Level.CORE,
                        "no bean of a functional type of the JDK goes from one module to another",
                        FunctionalBean::examine),
                new Rule(
                        "exposed-data",
                        RuleGroup.DATA,
                        Level.STRICT,
                        "entities and repositories, and all that these extend, are hidden in the module that owns the"
                                + " table",
                        ExposedData::examine),
                new Rule(
                        "bean-lookup",
                        RuleGroup.DATA,
                        Level.STRICT,
                        "nobody asks the container for a bean but by a type that it may use",
                        BeanLookup::examine),
                new Rule(
                        "data-access-outside-module",
                        RuleGroup.DATA,
                        Level.STRICT,
                        "only what is hidden in a module knows that there is a database",
                        DataAccessOutsideModule::examine,
                        "foreign-data",
                        "foreign-table",
                        "generic-repository",
                        "exposed-data",
                        "pure-kernel",
                        "vague-export",
                        "second-connection",
                        "interception",
                        "bean-lookup"),
                new Rule(
                        "second-connection",
                        RuleGroup.DATA,
                        Level.STRICT,
                        "nobody opens a connection of its own or replaces what all modules store with",
                        SecondConnection::examine));
    }
}
