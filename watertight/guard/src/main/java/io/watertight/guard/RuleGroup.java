package io.watertight.guard;

/** What a set of rules protects. A code base that is built in another way chooses the groups that fit it. */
public enum RuleGroup {
    /** Modules, packages and arrows are what they are declared to be. */
    STRUCTURE,
    /** What a module exports is immutable data and services, and nothing that can be stored. */
    EXPORTS,
    /** Entities and repositories stay in the hands of their module. */
    DATA,
    /** SQL and migrations stay in the schema of their module. Needs one schema for each module. */
    SQL,
    /** A service joins its caller's transaction. */
    TRANSACTIONS,
    /** Events come from their module, services are implemented by it, and the registry is left alone. */
    EVENTS,
    /** Ways around a name: reflection, expressions, aspects, scans. */
    DETOURS,
    /** Nothing that switches a guard off. */
    SUPPRESSION,
    /** Maven's own files. Needs a reactor with one Maven module for each module. */
    BUILD
}
