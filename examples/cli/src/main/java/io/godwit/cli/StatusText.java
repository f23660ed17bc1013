package io.godwit.cli;

import io.godwit.PluginStatus;
import io.godwit.Status;
import java.util.List;

/** What is applied and what is pending, for people. */
final class StatusText {

    private static final int MOST_LISTED = 20;

    private final Terminal terminal;

    StatusText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Status status) {
        if (status.plugins().isEmpty()) {
            terminal.out()
                    .println("No plugin is applied on this " + status.engine() + " database, and none was given.");
            return;
        }
        TextTable table = new TextTable("PLUGIN", "VERSION", "APPLIED", "PENDING");
        for (PluginStatus plugin : status.plugins()) {
            table.row(
                    plugin.pluginId(),
                    plugin.version().isEmpty() ? "-" : plugin.version(),
                    plugin.applied().size(),
                    plugin.pending().size());
        }
        List<String> lines = table.lines();
        terminal.out().println(terminal.bold(lines.get(0)));
        for (int i = 0; i < status.plugins().size(); i++) {
            terminal.out().println(lines.get(i + 1));
            details(status.plugins().get(i));
        }
    }

    private void details(PluginStatus plugin) {
        plugin.partial()
                .forEach(id -> line(
                        terminal.bad("partial"),
                        id + terminal.dim(" (done in part; migrate goes on with it, or says what to repair)")));
        lines(terminal.notable("pending"), plugin.pending(), "");
        lines(terminal.dim("unknown"), plugin.unknown(), terminal.dim(" (applied, and not given)"));
        lines(
                terminal.dim("orphaned"),
                plugin.orphaned(),
                terminal.dim(" (its plugin is uninstalled, and what it made was kept)"));
    }

    private void lines(String what, List<String> ids, String note) {
        ids.stream().limit(MOST_LISTED).forEach(id -> line(what, id + note));
        int more = ids.size() - MOST_LISTED;
        if (more > 0) {
            line(what, "… and " + more + terminal.dim(" more (--format json lists them all)"));
        }
    }

    private void line(String what, String id) {
        terminal.out().println("  " + what + "  " + id);
    }
}
