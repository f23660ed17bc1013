package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.PackageInstall;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageReader;
import io.godwit.plan.risk.RiskPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings a plugin out of a package into the database. */
@Command(
        name = "install",
        description =
                "Runs what a package brings, and then imports its rows, after reading all of it; nothing of it is written to"
                        + " disk. Its rows win over those with the same primary key. What it depends"
                        + " on comes from --plugins. A package that is older than what is applied is refused.")
final class InstallCommand implements Callable<Integer>, RunsPlans {

    @ParentCommand
    private GodwitCommand parent;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Parameters(paramLabel = "FILE", description = "The package.")
    private Path file;

    @Mixin
    private final TrustedKey trust = new TrustedKey();

    @Option(names = "--trust-sql", description = "Runs SQL of an engine's own too, which nobody can check but you.")
    private boolean rawSql;

    @Option(
            names = "--accept",
            paramLabel = "RULE",
            split = ",",
            description = "A risk that may be taken, by its rule, such as drop-table; again for each further one.")
    private List<String> accepted = List.of();

    @Option(names = "--skip-backup", description = "Takes no backup before migrations that need one.")
    private boolean skipBackup;

    @Option(names = "--without-data", description = "Leaves the rows of the package where they are.")
    private boolean withoutData;

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        PackageFile named = new PackageFile(file);
        PackageReader reader = named.reader(trust.file(), opening.file(), rawSql);
        Host host = parent.host().keepingBackups();
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        GodwitBuilder builder = run.configure(run.dry() ? host.reading() : host.on(), output);
        Godwit godwit =
                builder.packages(reader).risk(policy()).takeBackups(!skipBackup).build();
        if (run.dry()) {
            int code = output.print(godwit.packages().plan(file));
            PackageManifest manifest = godwit.packages().read(file).manifest();
            if (!withoutData
                    && !manifest.tables().isEmpty()
                    && !parent.options().json()) {
                parent.terminal()
                        .out()
                        .println("Then imports " + Count.of(manifest.rows(), "row") + " of "
                                + Count.of(manifest.tables().size(), "table") + ".");
            }
            return code;
        }
        PackageInstall install = withoutData
                ? godwit.packages().installWithoutData(file)
                : godwit.packages().install(file);
        output.tellBackups(install.report(), parent.host().backupsFolder());
        int code = output.print(install.report());
        install.rows()
                .filter(rows -> !parent.options().json())
                .ifPresent(rows -> new RowOutput(parent.terminal(), parent.options()).imported(rows, file));
        return code;
    }

    private RiskPolicy policy() {
        try {
            return RiskPolicy.STANDARD.accepting(accepted);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--accept: " + e.getMessage());
        }
    }
}
