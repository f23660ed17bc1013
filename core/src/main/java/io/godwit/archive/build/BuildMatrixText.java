package io.godwit.archive.build;

import io.godwit.plan.MarkdownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Engines and versions against packages, in Markdown. For one use. */
final class BuildMatrixText {

    private final BuildManifest manifest;
    private final Map<String, List<String>> refusals = new LinkedHashMap<>();

    BuildMatrixText(BuildManifest manifest) {
        this.manifest = manifest;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "## Compatibility", ""));
        lines.add(
                "Rendered for each version without a database: ✓ its SQL is there, ✗ it would be refused, ? not tried,"
                        + " because what it needs is missing, – not meant for that engine.");
        lines.add("");
        String heads = manifest.packages().stream()
                .map(one -> " " + MarkdownText.of(one.title()) + " |")
                .collect(Collectors.joining());
        lines.add("| engine |" + heads + " all |");
        lines.add("|---|" + ":---:|".repeat(manifest.packages().size() + 1));
        for (int at = 0; at < manifest.together().size(); at++) {
            lines.add(row(at));
        }
        if (!refusals.isEmpty()) {
            lines.add("");
            refusals.forEach((reason, places) ->
                    lines.add("- " + MarkdownText.of(String.join(", ", places)) + ": " + MarkdownText.of(reason)));
        }
        return lines;
    }

    /** Every package has the same cells in the same order. */
    private String row(int at) {
        BuildCell all = manifest.together().get(at);
        String place = all.engine() + " " + all.version();
        StringBuilder row = new StringBuilder("| " + MarkdownText.of(place) + " |");
        for (BuildPackage one : manifest.packages()) {
            BuildCell cell = one.cells().get(at);
            row.append(' ').append(mark(cell)).append(" |");
            if (cell.disappoints()) {
                refusals.computeIfAbsent(one.title() + ": " + cell.reason(), any -> new ArrayList<>())
                        .add(place);
            }
        }
        return row.append(' ').append(mark(all)).append(" |").toString();
    }

    private static String mark(BuildCell cell) {
        return switch (cell.result()) {
            case OK -> "✓";
            case REFUSED -> cell.claimed() ? "✗" : "–";
            case UNRESOLVED -> "?";
        };
    }
}
