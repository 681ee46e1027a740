package io.watertight.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.SerializationFeature;

/**
 * What the replay did and whether it adds up; the JSON report is this record. Phases and errors are those of the last
 * run, all other figures are of the whole replay.
 *
 * @param resumed whether an earlier run had done a part
 * @param expected what the file says
 * @param acknowledged what the shop's answers to the single requests add up to
 * @param sold by how much the shop's own sales by country have grown
 * @param mismatches one sentence for each number that does not add up
 */
record Report(
        String shop,
        String file,
        int clients,
        boolean resumed,
        Instant begunAt,
        Instant endedAt,
        boolean addsUp,
        List<String> mismatches,
        Sales expected,
        Sales acknowledged,
        Sales sold,
        Reconciliation.Stock stock,
        Returns returnsNotModelled,
        List<PhaseMeter.Result> phases,
        List<ErrorTally.Kind> errors) {

    static Report of(
            ReplaySettings settings,
            boolean resumed,
            Instant begun,
            List<PhaseMeter.Result> phases,
            Reconciliation reconciliation) {
        List<String> mismatches = reconciliation.mismatches();
        return new Report(
                settings.url().toString(),
                settings.file().toString(),
                settings.clients(),
                resumed,
                begun,
                Instant.now(),
                mismatches.isEmpty(),
                mismatches,
                reconciliation.expected(),
                reconciliation.acknowledged(),
                reconciliation.sold(),
                reconciliation.stock(),
                reconciliation.returnsNotModelled(),
                phases,
                reconciliation.errors());
    }

    /** @throws ReplayFailure if the file cannot be written */
    void write(Path json) {
        try {
            Files.createDirectories(json.toAbsolutePath().getParent());
            Files.writeString(
                    json,
                    ShopJson.MAPPER
                                    .writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(this)
                            + "\n");
        } catch (IOException e) {
            throw ReplayFailure.usage("The report %s cannot be written: %s.".formatted(json, e.getMessage()));
        }
    }
}
