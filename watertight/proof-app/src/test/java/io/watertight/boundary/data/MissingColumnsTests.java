package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.proof.PlatformTest;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class MissingColumnsTests {

    private final WholeDatabase database;
    private final MissingColumns missing;

    MissingColumnsTests(@Autowired WholeDatabase database, @Autowired JdbcClient application) {
        this.database = database;
        JdbcMappingContext entities = new JdbcMappingContext();
        entities.setInitialEntitySet(Set.of(Cask.class));
        entities.afterPropertiesSet();
        this.missing = new MissingColumns(entities, _ -> true, application);
    }

    @BeforeEach
    void createTables() {
        database.sql("create schema cellar").update();
        database.sql("create table cellar.cask (id int, label text, height_cm int, width_cm int)")
                .update();
        database.sql("create table cellar.stave (cask int, cask_key int, wood text)")
                .update();
    }

    @AfterEach
    void dropTables() {
        database.sql("drop schema cellar cascade").update();
    }

    @Test
    void areNoneWhereEntitiesAndTablesAgree() {
        assertThatCode(missing::refuse).doesNotThrowAnyException();
    }

    @Test
    void areNamedWhereverTheyBelongInTheAggregate() {
        database.sql("alter table cellar.cask rename label to title").update();
        database.sql("alter table cellar.cask drop column width_cm").update();
        database.sql("alter table cellar.stave rename cask_key to position").update();
        database.sql("alter table cellar.stave drop column wood").update();

        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(missing::refuse)
                .withMessage(
                        "The database lacks tables or columns that entities need: cellar.cask.label, cellar.cask.width_cm, cellar.stave.cask_key, cellar.stave.wood.");
    }

    @Test
    void areNamedWhereTheWholeTableIsMissing() {
        database.sql("drop table cellar.stave").update();

        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(missing::refuse)
                .withMessageContaining("cellar.stave.cask, cellar.stave.cask_key, cellar.stave.wood");
    }

    @Table(schema = "cellar")
    private record Cask(
            @Id Integer id, String label, @Embedded.Nullable Size size, List<Stave> staves) {}

    private record Size(int heightCm, int widthCm) {}

    @Table(schema = "cellar")
    private record Stave(String wood) {}
}
