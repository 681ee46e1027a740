package io.watertight.proof.towers;

import io.watertight.proof.bells.Cast;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Everything that the container calls in a module; each time it looks what database role it has. */
@Component
public class Watchman implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final Map<String, String> roles = new ConcurrentHashMap<>();

    Watchman(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The role that each of the methods had last. */
    public Map<String, String> roles() {
        return Map.copyOf(roles);
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        note("runner");
    }

    @Scheduled(fixedDelay = 200)
    @Transactional
    void round() {
        note("scheduled");
    }

    @EventListener
    @Transactional
    public void hear(Cast event) {
        note("listener");
    }

    @TransactionalEventListener(id = "towers.after-commit")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void hearAfterwards(Cast event) {
        note("listener after commit");
    }

    @ApplicationModuleListener(id = "towers.later")
    void hearLater(Cast event) {
        note("module listener");
    }

    private void note(String method) {
        roles.put(method, jdbc.sql("select current_user").query(String.class).single());
    }
}
