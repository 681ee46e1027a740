package io.watertight.proof.bells.internal;

import io.watertight.proof.bells.BellFoundry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultBellFoundry implements BellFoundry {

    private final JdbcClient jdbc;

    DefaultBellFoundry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BellDto cast(String name, List<String> ornaments) {
        jdbc.sql("insert into bells.bell (name) values (?)").param(name).update();
        return new BellDto(name, ornaments.size());
    }

    @Override
    public BellDto spoil(String name) {
        cast(name, List.of());
        throw new IllegalStateException("The bell has a crack");
    }

    @Override
    public void melt(String name) {
        jdbc.sql("delete from bells.bell where name = ?").param(name).update();
    }

    @Override
    public void meltAll(List<String> names) {
        names.forEach(this::melt);
    }

    @Override
    public void ponder(String name) {
        jdbc.sql("select name from bells.bell where name = ?")
                .param(name)
                .query()
                .listOfRows();
    }

    @Override
    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from bells.bell").query(Long.class).single();
    }
}
