package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.api.Problem.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static final class SoldOut extends Problem {

        private static final long serialVersionUID = 1L;

        SoldOut(List<Field> fields) {
            super("sold-out", Kind.CONFLICT, "There are no more.", fields);
        }
    }
}
