package io.watertight.guard;

/** What a set of rules protects. */
public enum RuleGroup {
    /** Modules, packages and dependencies are what they are declared to be. */
    STRUCTURE,
    /** What a module exports is immutable data and services, and nothing that can be stored. */
    EXPORTS,
    /** Entities, repositories and tables stay in the hands of their module. */
    DATA,
    /** Migrations stay with the tables of their module. */
    SQL,
    /** A service joins its caller's transaction. */
    TRANSACTIONS,
    /** Events come from their module, and listeners are registered. */
    EVENTS,
    /** Ways around a name: reflection, expressions, aspects, scans. */
    DETOURS,
    /** Nothing that switches a guard off. */
    SUPPRESSION,
    /** Maven's own files. Needs one Maven module for each module. */
    BUILD
}
