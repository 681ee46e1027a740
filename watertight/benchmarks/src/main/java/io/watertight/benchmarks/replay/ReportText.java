package io.watertight.benchmarks.replay;

import static io.watertight.benchmarks.replay.English.count;
import static io.watertight.benchmarks.replay.English.money;

import java.time.Duration;

/** The report as text. */
final class ReportText {

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(Report report) {
        return new ReportText().render(report);
    }

    private String render(Report report) {
        Duration time = Duration.between(report.begunAt(), report.endedAt());
        line("");
        line("Replay of %s into %s", report.file(), report.shop());
        line(
                "%d clients, %d:%02d min%s",
                report.clients(),
                time.toMinutes(),
                time.toSecondsPart(),
                report.resumed() ? "; continued from an earlier run, phases and errors are those of this run" : "");
        figures(report);
        phases(report);
        errors(report);
        Returns returns = report.returnsNotModelled();
        line("");
        line(
                "Returns, not modelled: %,d invoices with %,d lines, %,d pieces, %s GBP",
                returns.invoices(), returns.lines(), returns.quantity(), money(returns.value()));
        line("");
        if (report.addsUp()) {
            line("Every number adds up.");
        } else {
            line("The numbers do not add up:");
            report.mismatches().forEach(sentence -> line("- %s", sentence));
        }
        return text.toString();
    }

    private void figures(Report report) {
        Sales expected = report.expected();
        Sales acknowledged = report.acknowledged();
        Sales sold = report.sold();
        line("");
        row("", "in the file", "acknowledged", "growth of the shop's sales");
        row("orders", count(expected.orders()), count(acknowledged.orders()), count(sold.orders()));
        row("lines", count(expected.lines()), count(acknowledged.lines()), count(sold.lines()));
        row("revenue, GBP", money(expected.revenue()), money(acknowledged.revenue()), money(sold.revenue()));
        row(
                "cancelled orders",
                count(expected.cancelledOrders()),
                count(acknowledged.cancelledOrders()),
                count(sold.cancelledOrders()));
        row(
                "cancelled, GBP",
                money(expected.cancelledRevenue()),
                money(acknowledged.cancelledRevenue()),
                money(sold.cancelledRevenue()));
        Reconciliation.Stock stock = report.stock();
        line("");
        row("", "planned", "in the shop", "");
        row("stock before", count(stock.expectedBefore()), stock.before() == null ? "?" : count(stock.before()), "");
        row("stock after", count(stock.expectedAfter()), count(stock.after()), "");
    }

    private void phases(Report report) {
        line("");
        if (report.phases().isEmpty()) {
            line("Nothing was left to send; only the shop's numbers were checked.");
            return;
        }
        line(
                "%-16s%10s%10s%12s%10s%10s%10s%10s",
                "", "done", "seconds", "per second", "p50 ms", "p95 ms", "p99 ms", "max ms");
        report.phases()
                .forEach(phase -> line(
                        "%-16s%,10d%,10.1f%,12.1f%,10.1f%,10.1f%,10.1f%,10.1f",
                        phase.phase(),
                        phase.done(),
                        phase.seconds(),
                        phase.perSecond(),
                        phase.p50Millis(),
                        phase.p95Millis(),
                        phase.p99Millis(),
                        phase.maxMillis()));
    }

    private void errors(Report report) {
        line("");
        if (report.errors().isEmpty()) {
            line("Errors: none");
        } else {
            row("errors", "retried", "failed", "");
            report.errors().forEach(error -> row(error.kind(), count(error.retried()), count(error.failed()), ""));
        }
    }

    private void row(String name, String first, String second, String third) {
        line("%-16s%16s%20s%26s", name, first, second, third);
    }

    private void line(String format, Object... values) {
        text.append(English.format(format, values).stripTrailing()).append('\n');
    }
}
