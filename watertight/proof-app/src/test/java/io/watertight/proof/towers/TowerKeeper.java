package io.watertight.proof.towers;

/** A service of a module, whose command makes use of another module's. */
public interface TowerKeeper {

    void equip(String tower, String bell);
}
