package io.godwit.cli;

import io.godwit.Health;
import io.godwit.history.AppliedMigration;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows how the version state of a database is. */
@Command(
        name = "health",
        description = "Shows how the version state is: HEALTHY, DEGRADED or UNHEALTHY, with reasons and timings.",
        footer = {
            "",
            "Exit code 0 if it is healthy or degraded, 5 if something is to be repaired before a run gets through,",
            "7 if the database does not answer."
        })
final class HealthCommand implements Callable<Integer> {

    private static final double NANOS_IN_MILLI = 1e6;

    @ParentCommand
    private GodwitCommand parent;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        Health health = parent.host().withFaults().reading().build().health();
        if (parent.options().json()) {
            parent.terminal().out().print(json(health));
        } else {
            print(health);
        }
        if (health.state() != Health.State.UNHEALTHY) {
            return ExitCode.DONE.number();
        }
        return (health.connected() ? ExitCode.REPAIR : ExitCode.UNAVAILABLE).number();
    }

    private static Json json(Health health) {
        Json timings = new Json();
        health.timings().forEach((name, time) -> timings.with(name, time.toMillis()));
        return new Json()
                .with("status", health.state().name())
                .with("connected", health.connected())
                .with("engine", health.engine())
                .with("applied", health.applied())
                .with("lastMigration", health.last().map(HealthCommand::json).orElse(null))
                .with("pending", health.pending())
                .with("partial", health.partial())
                .with("drift", health.drift().stream().map(Secrets::mask).toList())
                .with(
                        "lock",
                        new Json()
                                .with("held", health.lock().held())
                                .with("holder", health.lock().holder()))
                .with("packageGeneration", health.packageGeneration())
                .with("reasons", health.reasons().stream().map(Secrets::mask).toList())
                .with("timingsMillis", timings);
    }

    private static Json json(AppliedMigration last) {
        return new Json()
                .with("id", last.migrationId())
                .with("pluginId", last.pluginId())
                .with("version", last.version().toString())
                .with("appliedAt", last.appliedAt())
                .with("actor", last.actor());
    }

    private void print(Health health) {
        Terminal terminal = parent.terminal();
        String state = health.state().name();
        terminal.out()
                .println(
                        switch (health.state()) {
                            case HEALTHY -> terminal.bold(state);
                            case DEGRADED -> terminal.notable(state);
                            case UNHEALTHY -> terminal.bad(state);
                        });
        health.reasons().forEach(reason -> line("reason", Secrets.mask(reason)));
        health.drift().forEach(drift -> line("drift", Secrets.mask(drift)));
        line("database", health.connected() ? health.engine() : "does not answer");
        line("applied", Integer.toString(health.applied()));
        health.last()
                .ifPresent(
                        last -> line("last", last.migrationId() + " at " + last.appliedAt() + " by " + last.actor()));
        line("pending", Integer.toString(health.pending().size()));
        line("lock", lock(health));
        line("packages", health.packageGeneration() ? "can be made" : "need liquibase-core, which is not there");
        if (!parent.options().quiet()) {
            for (Map.Entry<String, Duration> timing : health.timings().entrySet()) {
                line("time", timing.getKey() + " " + millis(timing.getValue()) + " ms");
            }
        }
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toNanos() / NANOS_IN_MILLI);
    }

    private static String lock(Health health) {
        if (!health.lock().held()) {
            return "free";
        }
        return "held"
                + (health.lock().holder().isEmpty()
                        ? ""
                        : " by " + health.lock().holder());
    }

    private void line(String what, String text) {
        parent.terminal()
                .out()
                .println(String.format(
                        Locale.ROOT, "  %-9s %s", what, parent.terminal().plain(text)));
    }
}
