package io.godwit.archive.build;

import io.godwit.plan.Finding;
import io.godwit.plan.MarkdownText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A deployment report for people, in Markdown. For one use. */
final class BuildReport {

    private final BuildManifest manifest;
    private final StringBuilder text = new StringBuilder();

    BuildReport(BuildManifest manifest) {
        this.manifest = manifest;
    }

    String text() {
        BuildTotals totals = BuildTotals.of(manifest.packages());
        line("# Deployment of " + BuildSummary.count(totals.packages(), "package"));
        line("");
        line("**" + manifest.health().status() + "**: "
                + String.join(
                        ", ",
                        BuildSummary.count(totals.migrations(), "migration"),
                        BuildSummary.count(totals.files(), "file"),
                        BuildSummary.count(totals.rows(), "row"),
                        BuildSummary.count(totals.bytes(), "byte"))
                + manifest.made().map(time -> "; made at " + time).orElse("") + ".");
        if (!manifest.health().reasons().isEmpty()) {
            line("");
            list(manifest.health().reasons());
        }
        packages();
        order();
        new BuildMatrixText(manifest).lines().forEach(this::line);
        risks();
        undo();
        hashes();
        return text.toString();
    }

    private void packages() {
        heading("Packages");
        line("| package | file | bytes | migrations | rows | for | needs | signed | health |");
        line("|---|---|---:|---:|---:|---|---|---|---|");
        for (BuildPackage one : manifest.packages()) {
            line("| "
                    + String.join(
                            " | ",
                            MarkdownText.of(one.title()),
                            MarkdownText.of(one.file()),
                            Long.toString(one.size()),
                            Integer.toString(one.manifest().migrations().size()),
                            Long.toString(one.manifest().rows()),
                            words(one.manifest().engines(), "every engine"),
                            words(needs(one), "nothing"),
                            signed(one),
                            one.health().status().toString())
                    + " |");
        }
    }

    /** From others than the package itself. */
    private static List<String> needs(BuildPackage one) {
        return one.needs().stream()
                .filter(need -> !need.from().equals(BuildNeed.OWN))
                .map(BuildReport::need)
                .toList();
    }

    private static String need(BuildNeed need) {
        return need.entry()
                + switch (need.from()) {
                    case BuildNeed.OWN -> "";
                    case BuildNeed.BASE -> " (which it starts from)";
                    case BuildNeed.SET -> " (in the set)";
                    case BuildNeed.HOST -> " (below --plugins)";
                    case BuildNeed.OUT_OF_RANGE -> " (not in that version)";
                    default -> " (missing)";
                };
    }

    private static String signed(BuildPackage one) {
        if (!one.signed()) {
            return "no";
        }
        return one.signer().isEmpty()
                ? "yes, by whom was not asked"
                : "by " + one.signer().substring(0, 16) + "…";
    }

    private static String words(List<String> all, String none) {
        return all.isEmpty() ? none : MarkdownText.of(String.join(", ", all));
    }

    private void order() {
        heading("Order");
        if (manifest.order().isEmpty()) {
            line("Nothing can be installed.");
            return;
        }
        line(
                "One after the other, in the folder of the packages, with `--url` and the like as the environment has them:");
        commands(manifest.order().stream()
                .map(one -> "godwit install " + ShellText.of(one.file())
                        + (one.signer().isEmpty() ? "" : " --trust KEY")
                        + (one.rawSql().isEmpty() ? "" : " --trust-sql")
                        + (one.accept().isEmpty() ? "" : " --accept " + String.join(",", one.accept())))
                .toList());
        line("");
        line(
                "`--dry-run` shows what each would do to the database that is there. Look at `godwit status` before and after.");
    }

    private void commands(List<String> commands) {
        String code = String.join("\n", commands);
        String fence = MarkdownText.fence(code);
        line("");
        line(fence + "sh");
        line(code);
        line(fence);
    }

    private void risks() {
        heading("Risks");
        List<String> risks = new ArrayList<>();
        for (BuildPackage one : manifest.packages()) {
            for (BuildFinding found : one.findings()) {
                Finding finding = found.finding();
                risks.add(finding.severity() + " " + finding.rule() + ", " + finding.migration()
                        + (finding.step().isEmpty() ? "" : "/" + finding.step()) + ": " + finding.message()
                        + (finding.safer().isEmpty() ? "" : "; safer: " + finding.safer())
                        + engines(found.engines()));
            }
            one.rawSql().forEach(place -> risks.add("SQL of an engine's own, which cannot be checked: " + place));
        }
        list(risks.isEmpty() ? List.of("none was found") : risks);
        line("");
        line(
                "They are told without a database: how many rows a table has there, nobody knows here. `install --dry-run` knows.");
    }

    private static String engines(List<String> engines) {
        return " (" + String.join(", ", engines) + ")";
    }

    private void undo() {
        heading("Undo");
        List<BuildPackage> back = new ArrayList<>(manifest.order());
        Collections.reverse(back);
        if (!back.isEmpty()) {
            line(
                    "The last one first. What was there before goes back to the version that `godwit status` told; what was not is taken out:");
            commands(back.stream().map(BuildReport::wayBack).toList());
        }
        List<String> lost = manifest.packages().stream()
                .flatMap(one -> one.irreversible().stream())
                .map(undo -> undo.migration() + "/" + undo.step() + ": " + undo.undo()
                        + (undo.reason().isEmpty() ? "" : ", " + undo.reason()) + engines(undo.engines()))
                .toList();
        line("");
        if (lost.isEmpty()) {
            line("Every step is taken back exactly.");
        } else {
            line("Not taken back exactly, so that a backup is the way back:");
            line("");
            list(lost);
        }
    }

    private static String wayBack(BuildPackage one) {
        String plugin = ShellText.of(one.manifest().pluginId());
        String rollback = "godwit rollback --plugin " + plugin + " --to ";
        return one.manifest()
                .delta()
                .map(base -> rollback + base.from())
                .orElse(rollback + "VERSION  # or: godwit uninstall --plugin " + plugin + " --mode archive");
    }

    private void hashes() {
        heading("Hashes");
        Map<String, String> sums = new LinkedHashMap<>();
        manifest.packages().forEach(one -> sums.put(one.file(), one.sha256()));
        line("SHA-256 of each file, as `sha256sum --check` reads it:");
        String code = sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey().replaceAll("\\p{Cntrl}", "?"))
                .collect(Collectors.joining("\n"));
        String fence = MarkdownText.fence(code);
        line("");
        line(fence);
        line(code);
        line(fence);
    }

    private void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    private void list(List<String> items) {
        items.forEach(item -> line("- " + MarkdownText.of(item)));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
