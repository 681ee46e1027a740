package io.watertight.operations.audit;

import io.watertight.api.AuditTrail;
import io.watertight.api.CurrentActor;
import io.watertight.api.Cursor;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.boundary.ModuleBoundaryInterceptor;
import io.watertight.boundary.Modules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The entries of {@code audit.entry}: added by the modules, read by the toolkit, changed by nobody. */
class JdbcAuditTrail implements AuditTrail {

    static final String NO_MODULE = "app";
    private static final String NOBODY_KNOWN = "unknown";

    /** The number of characters of a request that a page shows; the entry has all of it. */
    private static final int SHOWN = 4_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SingletonSupplier<Optional<CurrentActor>> actors;
    private final Modules modules;
    private final boolean enabled;

    JdbcAuditTrail(
            JdbcClient jdbc,
            JsonMapper json,
            ObjectProvider<CurrentActor> actors,
            Modules modules,
            @Value("${watertight.audit.enabled:true}") boolean enabled) {
        this.jdbc = jdbc;
        this.json = json;
        this.actors = SingletonSupplier.of(() -> Optional.ofNullable(actors.getIfAvailable()));
        this.modules = modules;
        this.enabled = enabled;
    }

    @Override
    public void add(String action, Map<String, ?> changes) {
        if (!enabled || changes.isEmpty()) {
            return;
        }
        String module = ModuleBoundaryInterceptor.entered();
        jdbc.sql("""
                        insert into audit.entry (actor, module, action, subject, request)
                        select left(:actor, 200), :module, :action, left(subject, 200), request
                          from unnest(cast(:subjects as text[]), cast(:requests as text[])) as change (subject, request)""")
                .param("actor", actor())
                .param("module", module == null ? NO_MODULE : module)
                .param("action", action)
                .param("subjects", array(changes.keySet().stream().map(JdbcAuditTrail::storable)))
                .param(
                        "requests",
                        array(changes.values().stream()
                                .map(it -> storable(asJson(it).toString()))))
                .update();
    }

    @Override
    public void nothingChanged() {
        CommandRecorder.nothingChanged();
    }

    /**
     * Runs in the command's transaction, with the rights of its module. A transaction that has neither written nor locked
     * anything has no id yet: its command had nothing to do and is not recorded.
     */
    void add(String module, String action, List<@Nullable String> subjects, Map<String, ?> request) {
        jdbc.sql("""
                        insert into audit.entry (actor, module, action, subject, request)
                        select left(:actor, 200), :module, :action, left(subject, 200), :request
                          from unnest(cast(:subjects as text[])) as change (subject)
                         where pg_current_xact_id_if_assigned() is not null""")
                .param("actor", actor())
                .param("module", module)
                .param("action", action)
                .param("subjects", array(subjects.stream().map(it -> it == null ? null : storable(it))))
                .param("request", storable(requestOf(request)))
                .update();
    }

    private String actor() {
        return actors.obtain().map(it -> storable(it.actor().id())).orElse(NOBODY_KNOWN);
    }

    private String requestOf(Map<String, ?> arguments) {
        ObjectNode request = json.createObjectNode();
        arguments.forEach((name, value) -> request.set(name, asJson(value)));
        return request.toString();
    }

    /** What cannot be serialised, such as a stream, is recorded by its type. */
    private JsonNode asJson(@Nullable Object argument) {
        try {
            return json.valueToTree(argument);
        } catch (JacksonException e) {
            return json.getNodeFactory().stringNode(String.valueOf(argument == null ? null : argument.getClass()));
        }
    }

    /** PostgreSQL stores no such character. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private static @Nullable String[] array(Stream<@Nullable String> texts) {
        return texts.toArray(String[]::new);
    }

    /** {@return a page of entries, the latest first, without those of modules that run in other processes} */
    PageDto<Entry> entries(Filter filter, @Nullable String cursor, int limit) {
        List<Entry> rows = jdbc.sql("""
                        select id, at, actor, module, action, subject, left(request, :shown) as request,
                               length(request) > :shown as cut
                          from audit.entry
                         where (cast(:actor as text) is null or actor = :actor)
                           and (cast(:module as text) is null or module = :module)
                           and (cast(:subject as text) is null or subject = :subject)
                           and module <> all(cast(:elsewhere as text[]))
                           and (cast(:before as uuid) is null or id < cast(:before as uuid))
                         order by id desc
                         limit :limit""")
                .param("actor", filter.actor())
                .param("module", filter.module())
                .param("subject", filter.subject())
                .param("elsewhere", modules.elsewhere().toArray(String[]::new))
                .param("before", cursor == null ? null : idIn(cursor, filter))
                .param("shown", SHOWN)
                .param("limit", limit + 1)
                .query(Entry.class)
                .list();
        return PageDto.of(
                rows, limit, it -> new Cursor(filter.toString(), List.of(it.id().toString())));
    }

    private static UUID idIn(String cursor, Filter filter) {
        try {
            return UUID.fromString(
                    Cursor.decode(filter.toString(), cursor, 1).key().getFirst());
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
    }

    /** {@code null} matches everything. */
    record Filter(
            @Nullable String actor,
            @Nullable String module,
            @Nullable String subject) {

        Filter {
            actor = given(actor);
            module = given(module);
            subject = given(subject);
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record Entry(
            UUID id,
            Instant at,
            String actor,
            String module,
            String action,
            @Nullable String subject,
            String request,
            boolean cut) {}
}
