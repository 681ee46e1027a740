package io.watertight.testing.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.Repository;

/** An aggregate with one of everything. */
@Table(schema = "pantry")
record Jar(
        @Id UUID id,
        @Version @Nullable Long version,
        String label,
        int user,
        @Nullable String note,
        @Nullable LocalDate opened,
        Instant filled,
        Lid lid,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "size_") @Nullable
        Size size,

        @MappedCollection(idColumn = "jar", keyColumn = "position")
        List<Layer> layers) {

    enum Lid {
        SCREW,
        CLIP
    }

    record Size(BigDecimal height, BigDecimal width) {}

    @Table(schema = "pantry")
    record Layer(String fruit) {}

    record Shelved(String label, long layers, Lid lid) {}

    record Remark(String label, @Nullable String note) {}

    interface JarRepository extends Repository<Jar, UUID> {

        Jar save(Jar jar);

        Optional<Jar> findByLabel(String label);

        List<Jar> findByNote(String note);

        @Query("""
                select j.label, j.lid, (select count(*) from pantry.layer l where l.jar = j.id) as layers
                  from pantry.jar j
                 where j.label > :after and (:lid is null or j.lid = any(:lids))
                 limit :limit""")
        List<Shelved> shelf(String after, String lid, String[] lids, int limit);

        @Query("select * from pantry.jar")
        List<Remark> remarks();

        @Query("select count(*) from pantry.jar")
        int count();

        @Query("update pantry.jar set note = :note where label = :label")
        void note(String label, String note);
    }
}
