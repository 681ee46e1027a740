package io.watertight.proof.bells.internal;

import io.watertight.api.AuditTrail;
import io.watertight.api.Audited;
import io.watertight.proof.bells.BellFoundry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultBellFoundry implements BellFoundry {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    DefaultBellFoundry(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Audited(subject = "result.name")
    public BellDto cast(String name, List<String> ornaments) {
        jdbc.sql("insert into bells.bell (name) values (?)").param(name).update();
        return new BellDto(name, ornaments.size());
    }

    @Override
    @Audited(subject = "name")
    public BellDto spoil(String name) {
        cast(name, List.of());
        throw new IllegalStateException("The bell has a crack");
    }

    @Override
    @Audited(subject = "name")
    public void melt(String name) {
        jdbc.sql("delete from bells.bell where name = ?").param(name).update();
    }

    @Override
    @Audited(subject = "names")
    public void meltAll(List<String> names) {
        names.forEach(this::melt);
    }

    @Override
    @Audited(subject = "name")
    public void ponder(String name) {
        jdbc.sql("select name from bells.bell where name = ?")
                .param(name)
                .query()
                .listOfRows();
    }

    @Override
    @Audited(subject = "name")
    public void guard(String name) {
        jdbc.sql("select name from bells.bell where name = ? for update")
                .param(name)
                .query()
                .listOfRows();
        audit.nothingChanged();
    }

    @Override
    @Audited(subject = "result.toString")
    public BellDto polish(String name) {
        return cast(name, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from bells.bell").query(Long.class).single();
    }
}
