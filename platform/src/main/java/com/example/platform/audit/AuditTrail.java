package com.example.platform.audit;

import com.example.shop.kernel.Actor;
import com.example.shop.kernel.CurrentActor;
import com.example.shop.kernel.Cursor;
import com.example.shop.kernel.InvalidCursor;
import com.example.shop.kernel.PageDto;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The entries of {@code audit.entry}: added by the modules, read by the platform, changed by nobody. */
class AuditTrail {

    private static final String NOBODY_KNOWN = "unknown";
    private static final int LONGEST_REQUEST = 4_000;
    private static final int LONGEST_SUBJECT = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectProvider<CurrentActor> actors;

    AuditTrail(JdbcClient jdbc, JsonMapper json, ObjectProvider<CurrentActor> actors) {
        this.jdbc = jdbc;
        this.json = json;
        this.actors = actors;
    }

    /** In the caller's transaction, with the rights of his module. */
    void add(String module, Method command, @Nullable Object[] arguments, @Nullable String subject) {
        CurrentActor current = actors.getIfAvailable();
        Actor actor = current == null ? null : current.actor();
        jdbc.sql("""
                        insert into audit.entry (actor, module, action, subject, request)
                        values (:actor, :module, :action, :subject, :request)""")
                .param("actor", actor == null ? NOBODY_KNOWN : storable(actor.id(), LONGEST_SUBJECT))
                .param("module", module)
                .param("action", command.getName())
                .param("subject", subject == null ? null : storable(subject, LONGEST_SUBJECT))
                .param("request", storable(requestOf(command, arguments), LONGEST_REQUEST))
                .update();
    }

    private String requestOf(Method command, @Nullable Object[] arguments) {
        ObjectNode request = json.createObjectNode();
        for (int at = 0; at < arguments.length; at++) {
            request.set(command.getParameters()[at].getName(), asJson(arguments[at]));
        }
        return request.toString();
    }

    /** What cannot be written down, such as a stream, is at least named. */
    private JsonNode asJson(@Nullable Object argument) {
        try {
            return json.valueToTree(argument);
        } catch (JacksonException e) {
            return json.getNodeFactory().stringNode(String.valueOf(argument == null ? null : argument.getClass()));
        }
    }

    private static String storable(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() <= longest
                ? clean
                : clean.substring(0, Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /**
     * A page of entries, the latest first.
     *
     * @throws InvalidCursor if the cursor is not one of this list with this filter
     */
    PageDto<Entry> entries(Filter filter, @Nullable String cursor, int limit) {
        List<Entry> rows = jdbc.sql("""
                        select id, at, actor, module, action, subject, request
                          from audit.entry
                         where (cast(:actor as text) is null or actor = :actor)
                           and (cast(:module as text) is null or module = :module)
                           and (cast(:subject as text) is null or subject = :subject)
                           and (cast(:before as uuid) is null or id < cast(:before as uuid))
                         order by id desc
                         limit :limit""")
                .param("actor", filter.actor())
                .param("module", filter.module())
                .param("subject", filter.subject())
                .param("before", cursor == null ? null : idIn(cursor, filter))
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
            throw new InvalidCursor();
        }
    }

    /** What is left out is {@code null} and fits all. */
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
            String request) {}
}
