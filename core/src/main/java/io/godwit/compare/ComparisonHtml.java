package io.godwit.compare;

import io.godwit.plan.HtmlStyle;
import io.godwit.plan.HtmlWriter;
import io.godwit.plan.Plan;
import io.godwit.plan.PlanHtml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as one page of HTML that loads nothing and runs nothing. */
final class ComparisonHtml {

    private final Comparison comparison;
    private final HtmlWriter html = new HtmlWriter();

    ComparisonHtml(Comparison comparison) {
        this.comparison = comparison;
    }

    String text() {
        html.open("html", "lang", "en");
        new HtmlStyle().head(html, title());
        html.open("body").element("h1", title());
        html.open("p")
                .element("strong", verdict(comparison.isEqual()), "class", comparison.isEqual() ? "exact" : "none")
                .close();
        summary();
        migrations();
        differences();
        tables();
        ways();
        uncompared();
        return html.close().close().toString();
    }

    private String title() {
        return "Comparison of " + comparison.here().engine() + " and "
                + comparison.there().engine();
    }

    private static String verdict(boolean equal) {
        return equal ? "They are equal." : "They differ.";
    }

    private void summary() {
        html.open("dl");
        fact("here", database(comparison.here()));
        fact("there", database(comparison.there()));
        fact(
                "migrations",
                others(comparison.otherMigrations().size()) + " of "
                        + comparison.migrations().size());
        fact("schema", others(comparison.differences().size()));
        if (!comparison.tables().isEmpty()) {
            long other = comparison.tables().stream()
                    .filter(table -> !table.isSame())
                    .count();
            fact("tables' rows", others(other) + " of " + comparison.tables().size());
        }
        html.close();
    }

    private static String others(long count) {
        return count == 1 ? "1 differs" : count + " differ";
    }

    private static String database(ComparedDatabase database) {
        return database.engine() + " " + database.version()
                + (database.history() ? "" : ", without a history of Godwit");
    }

    private void fact(String name, String words) {
        html.element("dt", name).element("dd", words);
    }

    private void migrations() {
        if (comparison.migrations().isEmpty()) {
            return;
        }
        table("Migrations", List.of("plugin", "migration", "", "here", "there"));
        for (ComparedMigration migration : comparison.migrations()) {
            boolean same = migration.standing() == ComparedMigration.Standing.SAME;
            html.open("tr")
                    .element("td", migration.pluginId())
                    .element("td", migration.migrationId())
                    .element("td", migration.standing().words(), "class", same ? "exact" : "lossy")
                    .element("td", recorded(migration.here()))
                    .element("td", recorded(migration.there()))
                    .close();
        }
        html.close().close();
    }

    private static String recorded(ComparedMigration.@Nullable Recorded recorded) {
        return recorded == null ? "–" : recorded.version() + (recorded.isWhole() ? "" : ", " + recorded.state());
    }

    private void differences() {
        if (comparison.differences().isEmpty()) {
            html.element("h2", "Schema").element("p", "The same.");
            return;
        }
        table("Schema", List.of("what", "", "here", "there", "explained by"));
        for (Difference difference : comparison.differences()) {
            html.open("tr")
                    .element("td", difference.subject())
                    .element("td", difference.attribute())
                    .element("td", said(difference.here()))
                    .element("td", said(difference.there()));
            html.element(
                            "td",
                            difference.explainedBy().isEmpty()
                                    ? "nothing explains it"
                                    : String.join(", ", difference.explainedBy()),
                            "class",
                            difference.explainedBy().isEmpty() ? "lossy" : "exact")
                    .close();
        }
        html.close().close();
    }

    private static String said(@Nullable String words) {
        return words == null ? "–" : words;
    }

    private void tables() {
        if (comparison.tables().isEmpty()) {
            return;
        }
        table("Rows", List.of("table", "", "here", "there", "left out"));
        for (ComparedTable table : comparison.tables()) {
            html.open("tr")
                    .element("td", table.table())
                    .element("td", table.isSame() ? "the same" : "differs", "class", table.isSame() ? "exact" : "lossy")
                    .element("td", content(table.here()))
                    .element("td", content(table.there()))
                    .element("td", String.join(", ", table.leftOut()))
                    .close();
        }
        html.close().close();
    }

    private static String content(ComparedTable.Content content) {
        String digest = content.digest();
        return content.rows() + (digest == null ? "" : " · " + digest);
    }

    private void ways() {
        if (comparison.ways().isEmpty()) {
            return;
        }
        html.element("h2", "From there to here");
        for (Way way : comparison.ways()) {
            html.element("h3", way.kind().toString());
            way.commands()
                    .forEach(command -> html.open("pre")
                            .element("code", "godwit " + command)
                            .close());
            Plan plan = way.plan();
            if (plan == null) {
                html.element("p", way.reason(), "class", "lossy");
            } else {
                PlanHtml.within(plan, html);
            }
        }
    }

    private void uncompared() {
        if (comparison.uncompared().isEmpty()) {
            return;
        }
        html.element("h2", "Not compared")
                .element("p", "In the words of two engines, and on both sides where it has to be:")
                .open("ul");
        comparison.uncompared().forEach(words -> html.element("li", words));
        html.close();
    }

    private void table(String title, List<String> headings) {
        html.element("h2", title).open("table").open("thead").open("tr");
        headings.forEach(heading -> html.element("th", heading, "scope", "col"));
        html.close().close().open("tbody");
    }
}
