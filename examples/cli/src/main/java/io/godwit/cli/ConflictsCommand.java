package io.godwit.cli;

import io.godwit.plan.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows where plugins are in each other's way. */
@Command(
        name = "conflicts",
        description = "Shows where plugins are in each other's way; exit code 6 if a run would be refused for it.")
final class ConflictsCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        List<Finding> conflicts = parent.host().reading().build().conflicts();
        Terminal terminal = parent.terminal();
        if (parent.options().json()) {
            terminal.out()
                    .print(new Json()
                            .with(
                                    "conflicts",
                                    conflicts.stream()
                                            .map(ConflictsCommand::json)
                                            .toList()));
        } else if (conflicts.isEmpty()) {
            terminal.out().println("No conflicts.");
        } else {
            conflicts.forEach(conflict -> terminal.out().println(new FindingText(terminal, conflict).line()));
        }
        boolean refused =
                conflicts.stream().anyMatch(conflict -> conflict.rule().equals("conflict"));
        return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
    }

    private static Json json(Finding conflict) {
        return new Json()
                .with("severity", conflict.severity().toString())
                .with("migration", conflict.migration())
                .with("step", conflict.step())
                .with("message", conflict.message())
                .with("safer", conflict.safer());
    }
}
