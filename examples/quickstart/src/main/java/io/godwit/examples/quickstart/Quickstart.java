package io.godwit.examples.quickstart;

import io.godwit.Godwit;
import io.godwit.PluginStatus;
import io.godwit.engine.Report;
import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import io.godwit.plan.RollbackTarget;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** The shortest host: one plugin on one SQLite database, there and back again. */
public final class Quickstart {

    private final Path plugins;
    private final Path database;
    private final Words words;

    Quickstart(Path plugins, Path database, Words words) {
        this.plugins = plugins;
        this.database = database;
        this.words = words;
    }

    /**
     * Runs it on a database of its own.
     *
     * @param arguments the folder of the plugin, and the file of the database
     */
    public static void main(String[] arguments) {
        Words words = new Words(new PrintStream(System.out, true, StandardCharsets.UTF_8), Words.coloured());
        new Quickstart(Path.of(arguments[0]), Path.of(arguments[1]), words).run();
    }

    void run() {
        // [host] What a host writes; the README shows this very region.
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + database);

        Godwit godwit = Godwit.on(dataSource)
                .plugins(PluginSource.directory(plugins))
                .actor("quickstart")
                .listener(words::progress)
                .build();

        Plan plan = godwit.planUpgrade("orchestrator", "1.0.0");
        words.show(plan);
        Report report = godwit.execute(plan);
        // [/host]
        words.show(report);
        status(godwit);

        words.heading("Upgrade to the newest version");
        words.show(godwit.execute(godwit.planUpgrade("orchestrator")));
        status(godwit);

        words.heading("Back to 1.0.0");
        words.show(godwit.rollback("orchestrator", RollbackTarget.toVersion("1.0.0"))
                .orThrow());
        status(godwit);

        words.heading("Back to nothing");
        words.show(godwit.rollback("orchestrator", RollbackTarget.everything()).orThrow());
        status(godwit);
    }

    private void status(Godwit godwit) {
        for (PluginStatus plugin : godwit.status().plugins()) {
            words.show(plugin);
        }
    }
}
