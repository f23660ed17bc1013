package io.godwit.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as one page of HTML that loads nothing and runs nothing. */
public final class PlanHtml {

    private static final int MOST_DRAWN = 300;

    private final Plan plan;
    private final HtmlWriter html;

    PlanHtml(Plan plan) {
        this(plan, new HtmlWriter());
    }

    private PlanHtml(Plan plan, HtmlWriter html) {
        this.plan = plan;
        this.html = html;
    }

    /** A plan as a part of another page, without a drawing. */
    public static void within(Plan plan, HtmlWriter page) {
        PlanHtml part = new PlanHtml(plan, page);
        part.summary();
        part.findings();
        for (int at = 0; at < plan.migrations().size(); at++) {
            new MigrationHtml(plan, at, page).write();
        }
    }

    /** The id of the part on one migration, by its place in the plan. */
    static String anchor(int position) {
        return "migration-" + position;
    }

    String text() {
        html.open("html", "lang", "en");
        new HtmlStyle().head(html, title());
        html.open("body");
        html.element("h1", title());
        summary();
        if (!plan.isEmpty()) {
            graph();
        }
        findings();
        if (!plan.isEmpty()) {
            html.element("h2", "Migrations");
            for (int at = 0; at < plan.migrations().size(); at++) {
                new MigrationHtml(plan, at, html).writeAnchored();
            }
        }
        return html.close().close().toString();
    }

    private void graph() {
        html.element("h2", "What needs what");
        if (plan.migrations().size() > MOST_DRAWN) {
            html.element("p", "More than " + MOST_DRAWN + " migrations are not drawn; each says below what it needs.");
            return;
        }
        html.open("div", "class", "graph");
        new PlanSvg(new PlanGraph(plan)).write(html);
        html.close();
    }

    private String title() {
        return "Plan for " + plan.engine() + " " + plan.version();
    }

    private void summary() {
        if (plan.isEmpty()) {
            html.element("p", "Nothing to do.");
            return;
        }
        html.open("dl");
        fact("migrations", Integer.toString(plan.migrations().size()));
        html.element("dt", "risk")
                .open("dd")
                .element("strong", plan.risk().toString(), "class", plan.risk().toString());
        html.close();
        plan.estimate().ifPresent(estimate -> fact("expected to take", estimate.toString()));
        fact("steps", steps());
        fact(
                "backup before",
                plan.backups().isEmpty()
                        ? "none wanted"
                        : plan.backups().stream()
                                .map(need -> need.migration() + " (" + need.reason() + ")")
                                .collect(Collectors.joining("; ")));
        html.close();
    }

    private String steps() {
        Map<Undo, Long> counts = new LinkedHashMap<>();
        for (Undo undo : Undo.values()) {
            counts.put(undo, 0L);
        }
        for (MigrationPlan migration : plan.migrations()) {
            migration.steps().forEach(step -> counts.merge(migration.undo(step).undo(), 1L, Long::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " with undo " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private void fact(String name, String words) {
        html.element("dt", name).element("dd", words);
    }

    private void findings() {
        if (plan.findings().isEmpty()) {
            return;
        }
        html.element("h2", "Findings").open("table").open("thead").open("tr");
        List.of("severity", "rule", "where", "what", "safer")
                .forEach(column -> html.element("th", column, "scope", "col"));
        html.close().close().open("tbody");
        for (Finding finding : plan.findings()) {
            String severity = finding.severity().toString();
            html.open("tr")
                    .element("td", severity, "class", severity)
                    .element("td", finding.rule())
                    .element("td", finding.migration() + (finding.step().isEmpty() ? "" : "/" + finding.step()))
                    .element("td", finding.message())
                    .element("td", finding.safer())
                    .close();
        }
        html.close().close();
    }
}
