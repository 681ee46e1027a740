package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.api.Problem.Field;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTests {

    @Test
    void tellsWhatIsWrongInItsCallersTerms() {
        var problem = new SoldOut(List.of(new Field("lines[3].quantity", "is more than there are")));

        assertThat(problem.type()).isEqualTo("sold-out");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem.detail()).isEqualTo("There are no more.").isEqualTo(problem.getMessage());
        assertThat(problem.fields()).containsExactly(new Field("lines[3].quantity", "is more than there are"));
        assertThat(problem.extensions()).isEmpty();
    }

    @Test
    void isAnAnswerAndNoFaultSoItHasNoStackTrace() {
        var problem = new SoldOut(List.of());
        problem.addSuppressed(new IllegalStateException());

        assertThat(problem.getStackTrace()).isEmpty();
        assertThat(problem.getSuppressed()).isEmpty();
    }

    @Test
    void doesNotChangeWithTheFieldsItWasMadeOf() {
        List<Field> fields = new ArrayList<>(List.of(new Field("sku", "is sold out")));
        var problem = new SoldOut(fields);
        fields.clear();

        assertThat(problem.fields()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> problem.fields().clear());
    }

    @ParameterizedTest
    @CsvSource({"A-1, /shelf/A-1", "A 1, /shelf/A%201", "50%?#, /shelf/50%25%3F%23", "\u00e9, /shelf/%C3%A9"})
    void encodesWhatAnAddressCannotContain(String name, String address) {
        assertThat(new SoldOut(name).extensions()).containsEntry("existing", URI.create(address));
    }

    private static final class SoldOut extends Problem {

        SoldOut(List<Field> fields) {
            super("sold-out", Kind.CONFLICT, "There are no more.", fields);
        }

        SoldOut(String name) {
            this(List.of());
            extendByAddress("existing", "/shelf/" + name);
        }
    }
}
