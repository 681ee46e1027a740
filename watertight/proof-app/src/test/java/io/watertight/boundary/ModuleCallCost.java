package io.watertight.boundary;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.Work;
import io.watertight.proof.towers.TowerService;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call into a module costs, boundary included, beside the same call of the bare object and beside the JSON that a call of another
 * process would at least write and read, there and back. No test, and none of the build's: it is started by its name.
 */
@PlatformTest
class ModuleCallCost {

    private static final int CALLS = 200_000;
    private static final int ROUNDS = 15;

    @Autowired
    TowerService towers;

    @Autowired
    JsonMapper json;

    @Test
    void isThatOfAJavaCall() throws Exception {
        var bare = (TowerService) Objects.requireNonNull(AopProxyUtils.getSingletonTarget(towers));
        var answer = new Answer("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 12, "2.55", "GBP", 7);
        Work<Answer> work = () -> answer;
        double[][] rounds = new double[ROUNDS][];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = new double[] {
                nanoseconds(() -> bare.call(work)),
                nanoseconds(() -> towers.call(work)),
                nanoseconds(() -> read(read(answer)))
            };
        }
        System.out.printf(
                "A call takes %.0f ns, of the bare object %.0f ns; JSON there and back %.0f ns (medians of %d rounds of %,d calls)%n",
                median(rounds, 1), median(rounds, 0), median(rounds, 2), ROUNDS, CALLS);
    }

    private Answer read(Answer answer) {
        return json.readValue(json.writeValueAsBytes(answer), Answer.class);
    }

    private static double nanoseconds(Work<Answer> call) throws Exception {
        long units = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            units += call.call().quantity();
        }
        double each = (System.nanoTime() - begin) / (double) CALLS;
        if (units != 12L * CALLS) {
            throw new IllegalStateException("The answer is another one");
        }
        return each;
    }

    private static double median(double[][] rounds, int column) {
        return Arrays.stream(rounds).mapToDouble(it -> it[column]).sorted().toArray()[ROUNDS / 2];
    }

    record Answer(String sku, String name, int quantity, String price, String currency, long version) {}
}
