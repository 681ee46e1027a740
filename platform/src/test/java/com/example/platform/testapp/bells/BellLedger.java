package com.example.platform.testapp.bells;

import com.example.shop.kernel.Audited;
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
    private final Set<String> rolesOfTheTask = ConcurrentHashMap.newKeySet();

    BellLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public long count() {
        return jdbc.sql("select count(*) from bells.bell").query(Long.class).single();
    }

    /** Of no interface that others use, so it says itself that it is to be told of. */
    @Audited
    @Transactional
    public void recast(String name) {
        jdbc.sql("insert into bells.bell (name) values (?)").param(name).update();
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
