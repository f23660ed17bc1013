package io.godwit.cli;

import io.godwit.compare.ComparedDatabase;
import io.godwit.compare.ComparedMigration;
import io.godwit.compare.ComparedTable;
import io.godwit.compare.Comparison;
import io.godwit.compare.Difference;
import io.godwit.compare.Way;
import io.godwit.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison, for people. */
final class ComparisonText {

    private final Terminal terminal;
    private final boolean verbose;

    ComparisonText(Terminal terminal, boolean verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    void print(Comparison comparison) {
        line("here:  " + database(comparison.here()));
        line("there: " + database(comparison.there()));
        migrations(comparison);
        differences(comparison.differences());
        unexplained(comparison);
        tables(comparison.tables());
        comparison.ways().forEach(this::way);
        uncompared(comparison.uncompared());
        line("");
        line(comparison.isEqual() ? terminal.good("They are equal.") : terminal.bad("They differ."));
    }

    private static String database(ComparedDatabase database) {
        return database.engine() + " " + database.version()
                + (database.history() ? "" : ", without a history of Godwit");
    }

    private void migrations(Comparison comparison) {
        heading("Migrations");
        List<ComparedMigration> others = comparison.otherMigrations();
        int same = comparison.migrations().size() - others.size();
        line("  " + Count.of(same, "migration") + " on both sides"
                + (others.isEmpty() && same > 0 ? ", and no other" : ""));
        for (ComparedMigration migration : others) {
            line("  " + terminal.notable(migration.standing().words()) + "  "
                    + terminal.plain(migration.migrationId()) + " (" + terminal.plain(migration.pluginId()) + " "
                    + versions(migration) + ")" + states(migration));
        }
    }

    private static String versions(ComparedMigration migration) {
        ComparedMigration.Recorded here = migration.here();
        ComparedMigration.Recorded there = migration.there();
        if (here == null || there == null) {
            return here != null ? here.version() : there != null ? there.version() : "";
        }
        return here.version().equals(there.version())
                ? here.version()
                : here.version() + " here, " + there.version() + " there";
    }

    private static String states(ComparedMigration migration) {
        String words = state(migration.here(), "here") + state(migration.there(), "there");
        return words.isEmpty() ? "" : ":" + words;
    }

    private static String state(ComparedMigration.@Nullable Recorded recorded, String where) {
        return recorded == null || recorded.isWhole() ? "" : " " + recorded.state() + " " + where;
    }

    private void differences(List<Difference> differences) {
        heading("Schema");
        if (differences.isEmpty()) {
            line("  the same");
        }
        for (Difference difference : differences) {
            if (difference.attribute().isEmpty()) {
                line("  " + terminal.notable("only " + (difference.here() == null ? "there" : "here")) + "  "
                        + terminal.plain(difference.subject()) + words(difference) + makers(difference));
            } else {
                line("  " + terminal.notable("differs") + "  " + terminal.plain(difference.subject()) + ": "
                        + difference.attribute() + makers(difference));
                line("    here:  " + said(difference.here()));
                line("    there: " + said(difference.there()));
            }
        }
    }

    private String makers(Difference difference) {
        return difference.explainedBy().isEmpty()
                ? ""
                : terminal.dim("  by " + terminal.plain(String.join(", ", difference.explainedBy())));
    }

    /** Between two databases without a history nobody expects a migration to explain anything. */
    private void unexplained(Comparison comparison) {
        int count = comparison.unexplained().size();
        if (count > 0 && (comparison.here().history() || comparison.there().history())) {
            line("  " + terminal.notable("nothing explains " + Count.of(count, "difference"))
                    + ": no migration that only one side has makes what has no \"by\" behind it");
        }
    }

    private void way(Way way) {
        heading("From there to here: " + way.kind());
        way.commands().forEach(command -> line("  godwit " + terminal.plain(command)));
        Plan plan = way.plan();
        if (plan == null) {
            line("  " + terminal.bad("no plan: ") + terminal.plain(way.reason()));
        } else {
            new PlanText(terminal, verbose).print(plan);
        }
    }

    private String words(Difference difference) {
        String words = difference.here() == null ? said(difference.there()) : said(difference.here());
        return words.isEmpty() ? "" : terminal.dim(" (" + words + ")");
    }

    private String said(@Nullable String words) {
        return words == null
                ? "none"
                : terminal.plain(words.replaceAll("\\s+", " ").strip());
    }

    private void tables(List<ComparedTable> tables) {
        if (tables.isEmpty()) {
            return;
        }
        heading("Rows");
        TextTable rows = new TextTable("TABLE", "HERE", "THERE", "");
        for (ComparedTable table : tables) {
            rows.row(
                    terminal.plain(table.table()),
                    table.here().rows(),
                    table.there().rows(),
                    verdict(table));
        }
        List<String> lines = rows.lines();
        line("  " + terminal.bold(lines.get(0)));
        for (int at = 0; at < tables.size(); at++) {
            line("  " + (tables.get(at).isSame() ? lines.get(at + 1) : terminal.notable(lines.get(at + 1))));
            if (verbose && tables.get(at).here().digest() != null) {
                line("    here:  " + tables.get(at).here().digest());
                line("    there: " + tables.get(at).there().digest());
            }
        }
    }

    private String verdict(ComparedTable table) {
        String left =
                table.leftOut().isEmpty() ? "" : ", without " + terminal.plain(String.join(", ", table.leftOut()));
        if (table.here().digest() == null) {
            return table.isSame() ? "as many" : "not as many";
        }
        return (table.isSame() ? "the same" : "not the same") + left;
    }

    private void uncompared(List<String> uncompared) {
        if (uncompared.isEmpty()) {
            return;
        }
        heading("Not compared");
        line("  what is in the words of two engines, and is there on both sides where it has to be: "
                + uncompared.size() + (verbose ? "" : " (--verbose lists them)"));
        if (verbose) {
            uncompared.forEach(words -> line("  " + terminal.plain(words)));
        }
    }

    private void heading(String words) {
        line("");
        line(terminal.bold(words));
    }

    private void line(String words) {
        terminal.out().println(words);
    }
}
