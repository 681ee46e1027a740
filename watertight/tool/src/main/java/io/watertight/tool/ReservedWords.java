package io.watertight.tool;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Words that mean something already, to Java, to PostgreSQL, to Windows, to a framework or to this project. */
final class ReservedWords {

    /** Contextual keywords as well: they are legal as names, and puzzle everybody. */
    static final Set<String> JAVA = of("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            false final finally float for goto if implements import instanceof int interface long native new null package
            private protected public return short static strictfp super switch synchronized this throw throws transient true
            try void volatile while exports module open opens permits provides record requires sealed to transitive uses var
            when with yield""");

    /** What {@code pg_get_keywords()} of PostgreSQL 18 calls reserved, whether or not it may name a function or a type. */
    static final Set<String> POSTGRES = of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
            column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
            from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
            localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
            returning right select session_user similar some symmetric system_user table tablesample then to trailing true
            union unique user using variadic verbose when where window with""");

    /** Columns that every table of PostgreSQL has without being asked. */
    static final Set<String> COLUMNS = of("cmax cmin ctid tableoid xmax xmin");

    /** Of the toolkit and of PostgreSQL itself. */
    static final Set<String> SCHEMAS = of("""
            accounts audit boundary events idempotency information_schema limits migrations modulith operations postgres public
            security sessions template0 template1 tokens watertight web""");

    static final Set<String> DEVICES = of("""
            aux clock$ com1 com2 com3 com4 com5 com6 com7 com8 com9 con conin$ conout$ lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8
            lpt9 nul prn""");

    static final Set<String> FRAMEWORKS = of("""
            flyway hibernate jakarta java javax jdk junit kafka kotlin logging management maven modulith server spring
            springdoc springframework sun tomcat watertight""");

    static final Set<String> GROUPS = of("""
            com.fasterxml com.sun io.micrometer io.watertight org.apache org.flywaydb org.hibernate org.jspecify org.junit
            org.mapstruct org.postgresql org.springdoc org.springframework org.thymeleaf tools.jackson""");

    /** Folders, artifacts and packages of every project made of this one. */
    static final Set<String> MODULES =
            of("app api architecture docker docs internal kernel modules remote shared target test tool");

    static final Set<String> PROJECTS = of("app architecture-tests docs modules remote shared-kernel watertight");

    /** First parts of the addresses of pages that are there in every project. */
    static final Set<String> PATHS = of("actuator api css error events home internal js login logout static webjars");

    static final Set<String> TYPES = of("""
            Actor AuditTrail BigDecimal Command Component Controller CurrentActor Cursor Currency Event Expected ExpectedVersion
            Id Instant Limit List LocalDate Location Map Mapper Model Money Nullable Optional Page PageDto Problem Propagation
            Query Redirect Repository Revision Service Set Table UUID Version""");

    static final Set<String> FIELDS = of("clone finalize getClass hashCode id notify notifyAll toString version wait");

    /** Variables of the pattern, beside which a key or a list stands as a variable, too. */
    static final Set<String> VARIABLES = of("""
            audit change changed command commands cursor events expected http it limit mapper model page pages redirect registered
            revision rows statements""");

    /** Objects that every expression of a page knows already. */
    static final Set<String> PAGE_OBJECTS = of("actor application done edit page param request response session");

    private ReservedWords() {}

    private static Set<String> of(String words) {
        return Set.copyOf(new HashSet<>(Arrays.asList(words.strip().split("\\s+"))));
    }
}
