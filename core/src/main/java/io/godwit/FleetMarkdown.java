package io.godwit;

import io.godwit.engine.Outcome;
import io.godwit.plan.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fleet's report, for people. */
final class FleetMarkdown {

    private final FleetReport report;

    FleetMarkdown(FleetReport report) {
        this.report = report;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Fleet of " + report.targets().size());
        lines.add("");
        lines.add(count(Outcome.SUCCEEDED) + " succeeded, " + count(Outcome.NOTHING_TO_DO) + " had nothing to do, "
                + report.failed().size() + " failed, " + count(null) + " not started"
                + (report.stopped().isEmpty() ? "" : ": stopped because " + report.stopped()));
        lines.add("");
        lines.add("| target | outcome | applied | rolled back | took |");
        lines.add("|---|---|---|---|---|");
        report.targets().forEach(target -> lines.add(row(target)));
        for (TargetReport target : report.failed()) {
            RuntimeException failure = target.failure();
            String message = failure == null ? "" : String.valueOf(failure.getMessage());
            String fence = MarkdownText.fence(message);
            lines.addAll(List.of("", "## " + MarkdownText.of(target.target()), "", fence, message, fence));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(TargetReport target) {
        return Stream.of(
                        MarkdownText.of(target.target()),
                        target.outcomeText(),
                        MarkdownText.of(String.join(", ", target.applied())),
                        MarkdownText.of(String.join(", ", target.rolledBack())),
                        target.duration().toMillis() + " ms")
                .reduce("|", (row, cell) -> row + " " + cell + " |");
    }

    private long count(@Nullable Outcome outcome) {
        return report.targets().stream()
                .filter(target -> target.outcome() == outcome)
                .count();
    }
}
