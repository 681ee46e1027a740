package io.watertight.guard.sql;

import java.util.Set;

/** The words by which {@link ObjectScanner} finds its way (PostgreSQL 18, SQL Commands). */
final class ObjectWords {

    static final Set<String> BEGINNINGS = Set.of("begin", "then", "else", "loop", "atomic", "also", "instead");
    static final Set<String> MODIFIERS = Set.of(
            "or",
            "replace",
            "global",
            "local",
            "temp",
            "temporary",
            "unlogged",
            "unique",
            "recursive",
            "materialized",
            "foreign",
            "constraint",
            "event",
            "trusted");
    static final Set<String> NAMED = Set.of(
            "table",
            "view",
            "sequence",
            "index",
            "type",
            "domain",
            "function",
            "procedure",
            "routine",
            "aggregate",
            "statistics",
            "collation",
            "conversion");
    static final Set<String> NAMED_ON_A_TABLE = Set.of("trigger", "policy", "rule", "constraint");
    static final Set<String> BEFORE_A_NAME = Set.of("concurrently", "if", "not", "exists", "only");
    static final Set<String> ROW_EVENTS = Set.of("insert", "update", "delete", "select", "truncate");
    static final Set<String> UPKEEP_OPTIONS =
            Set.of("table", "index", "full", "freeze", "verbose", "analyze", "concurrently", "binary", "only");

    private ObjectWords() {}
}
