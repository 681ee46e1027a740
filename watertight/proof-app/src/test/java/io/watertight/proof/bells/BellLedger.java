package io.watertight.proof.bells;

import io.watertight.api.AuditTrail;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A repository written by hand, with a task that the scheduler runs. */
@Repository
public class BellLedger {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Set<String> rolesOfTheTask = ConcurrentHashMap.newKeySet();

    BellLedger(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public long count() {
        return jdbc.sql("select count(*) from bells.bell").query(Long.class).single();
    }

    /** Of no interface that others use, so it tells itself what it has done. */
    @Transactional
    public void recast(Map<String, ?> bells) {
        bells.keySet()
                .forEach(it -> jdbc.sql("insert into bells.bell (name) values (?)")
                        .param(it)
                        .update());
        audit.add("recast", bells);
    }

    @Scheduled(fixedDelay = 200)
    @Transactional
    public void inspect() {
        rolesOfTheTask.add(jdbc.sql("select current_user").query(String.class).single());
    }

    public Set<String> rolesOfTheTask() {
        return Set.copyOf(rolesOfTheTask);
    }
}
