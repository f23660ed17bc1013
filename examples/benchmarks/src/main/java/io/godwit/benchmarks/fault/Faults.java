package io.godwit.benchmarks.fault;

import io.godwit.tck.harness.PluginFolder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Counts what faults do to runs: nothing may be lost, and nothing done twice. */
public final class Faults {

    private Faults() {}

    /** Exit code 1 if any run ended otherwise than one that nothing interrupted. */
    public static void main(String... arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FaultOptions options;
        try {
            options = FaultOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(FaultOptions.USAGE);
            System.exit(2);
            return;
        }
        List<FaultRow> rows = run(options, out);
        boolean sound = rows.stream()
                .flatMap(row -> row.verdicts().stream())
                .allMatch(verdict -> verdict.kind() == Verdict.Kind.SAME);
        out.println(sound ? "no deviation" : "deviations are in " + options.place());
        System.exit(sound ? 0 : 1);
    }

    static List<FaultRow> run(FaultOptions options, PrintStream out) throws Exception {
        List<FaultRow> rows = new ArrayList<>();
        try (PluginFolder plugins = FaultPlugins.folder();
                PluginFolder broken = FaultPlugins.broken();
                PluginFolder moving = FaultPlugins.moving()) {
            Path backups = Files.createDirectories(options.place().resolve("backups"));
            Host host = new Host(plugins.path(), broken.path(), moving.path(), backups);
            for (String engine : options.engines()) {
                Path place = Files.createTempDirectory(options.place(), engine);
                // PostgreSQL's server is somebody else where root starts it.
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
                try (FaultServer server = FaultServer.start(engine, place)) {
                    out.println(server.product() + ", seed " + options.seed() + ", in " + place);
                    out.print(FaultRow.head());
                    rows.addAll(new Storm(engine, server, host, options, out).run());
                }
            }
        }
        return rows;
    }
}
