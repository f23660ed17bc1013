package io.godwit.archive.build;

import java.util.List;
import java.util.stream.Collectors;

/** A set of packages in one line each, and one for all. For one use. */
final class BuildSummary {

    private static final String GAP = "  ";

    private final BuildManifest manifest;

    BuildSummary(BuildManifest manifest) {
        this.manifest = manifest;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        manifest.packages().forEach(one -> text.append(line(one)).append('\n'));
        BuildTotals totals = BuildTotals.of(manifest.packages());
        text.append(manifest.health().status())
                .append(GAP)
                .append(count(totals.packages(), "package"))
                .append(", ")
                .append(count(totals.migrations(), "migration"))
                .append(", ")
                .append(count(totals.files(), "file"))
                .append(", ")
                .append(count(totals.rows(), "row"))
                .append(", ")
                .append(count(totals.bytes(), "byte"))
                .append(GAP)
                .append("order: ")
                .append(order())
                .append('\n');
        return text.toString();
    }

    private String order() {
        return manifest.order().isEmpty()
                ? "none"
                : oneLine(manifest.order().stream().map(BuildPackage::title).collect(Collectors.joining(", ")));
    }

    private static String line(BuildPackage one) {
        long rendered = one.cells().stream()
                .filter(cell -> cell.result() == BuildCell.Result.OK)
                .count();
        List<String> reasons = one.health().reasons();
        String more = reasons.size() > 1 ? " (and " + (reasons.size() - 1) + " more)" : "";
        return String.join(
                        GAP,
                        one.health().status().toString(),
                        oneLine(one.title()),
                        oneLine(one.file()),
                        count(one.manifest().migrations().size(), "migration"),
                        count(one.manifest().rows(), "row"),
                        count(one.size(), "byte"),
                        rendered + " of " + count(one.cells().size(), "version"),
                        reasons.isEmpty() ? "" : oneLine(reasons.get(0)) + more)
                .strip();
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** What others wrote commands no terminal and begins no line. */
    private static String oneLine(String words) {
        return words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u0080-\\u009f\\u2028\\u2029]+", " ")
                .strip();
    }
}
