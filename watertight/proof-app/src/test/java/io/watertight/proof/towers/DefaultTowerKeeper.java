package io.watertight.proof.towers;

import io.watertight.proof.bells.BellFoundry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultTowerKeeper implements TowerKeeper {

    private final JdbcClient jdbc;
    private final BellFoundry foundry;

    DefaultTowerKeeper(JdbcClient jdbc, BellFoundry foundry) {
        this.jdbc = jdbc;
        this.foundry = foundry;
    }

    @Override
    public void equip(String tower, String bell) {
        jdbc.sql("insert into towers.tower (name) values (?)").param(tower).update();
        foundry.cast(bell, List.of());
    }
}
