package io.godwit.cli;

import io.godwit.compare.CompareOptions;
import io.godwit.compare.Comparison;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Sets two databases beside each other. */
@Command(
        name = "compare",
        description =
                "Shows how another database differs from this one, also on another engine: what the schemas mean, which"
                        + " migrations are applied, and, where asked, the rows. Changes neither.",
        footer = {"", "Exit code 0 whether or not they differ, unless --fail-on-difference is said: then 6 if they do."
        })
final class CompareCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(
            names = "--with",
            required = true,
            paramLabel = "JDBC_URL",
            description = "The other database, which is called \"there\"; --url names the one \"here\".")
    private String with;

    @Option(names = "--with-user", paramLabel = "NAME", description = "Who logs in to the other database.")
    private @Nullable String user;

    @Option(
            names = "--with-password-env",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds the other password; GODWIT_WITH_PASSWORD unless said.")
    private @Nullable String passwordVariable;

    @Option(names = "--plugin", paramLabel = "ID", description = "Only what this plugin made, and its migrations.")
    private @Nullable String plugin;

    @Option(names = "--tables", paramLabel = "TABLE", split = ",", description = "Only these tables.")
    private List<String> tables = List.of();

    @Option(names = "--rows", description = "Also how many rows there are.")
    private boolean rows;

    @Option(
            names = "--content",
            description =
                    "Also whether the rows are the same: by a digest of each table, which tells nothing of its values."
                            + " Sensitive columns have no part in it unless they are named.")
    private boolean content;

    @Option(
            names = "--sensitive",
            paramLabel = "TABLE.COLUMN",
            split = ",",
            description = "Also this column in digests, although it is sensitive.")
    private List<String> sensitive = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "Writes the answer into this file.")
    private @Nullable Path output;

    @Option(names = "--fail-on-difference", description = "Exit code 6 if anything differs.")
    private boolean fail;

    @Override
    public Integer call() {
        OutputFormat format = format();
        if (!sensitive.isEmpty() && !content) {
            throw new UsageException("--sensitive is for --content");
        }
        if (output != null && !Files.isDirectory(output.toAbsolutePath().getParent())) {
            throw new UsageException("--output: there is no folder for " + output);
        }
        Comparison comparison = parent.host()
                .present()
                .build()
                .comparisons()
                .with(parent.host().other(with, user, passwordVariable), options());
        answer(comparison, format);
        return (fail && !comparison.isEqual() ? ExitCode.REFUSED : ExitCode.DONE).number();
    }

    private OutputFormat format() {
        OutputFormat format = parent.options().planFormat();
        return switch (format) {
            case TEXT, JSON, HTML -> format;
            default -> throw new UsageException("--format " + format + " is not for compare; write text, json or html");
        };
    }

    private CompareOptions options() {
        CompareOptions options = CompareOptions.SCHEMA.ofTables(tables);
        if (plugin != null) {
            options = options.ofPlugin(plugin);
        }
        for (String column : sensitive) {
            options = options.including(column);
        }
        return content ? options.withContent() : rows ? options.withRows() : options;
    }

    private void answer(Comparison comparison, OutputFormat format) {
        if (output == null) {
            print(comparison, format, parent.terminal());
            return;
        }
        try (OutputStream file = Files.newOutputStream(output)) {
            Terminal written = Terminal.of(file, OutputStream.nullOutputStream());
            print(comparison, format, written);
            String lost = written.lost();
            if (!lost.isEmpty()) {
                throw new IOException(lost);
            }
        } catch (IOException e) {
            throw new UsageException("--output: " + output + " cannot be written: " + e.getMessage());
        }
        if (!parent.options().quiet()) {
            parent.terminal().error().println((comparison.isEqual() ? "They are equal: " : "They differ: ") + output);
        }
    }

    private void print(Comparison comparison, OutputFormat format, Terminal terminal) {
        switch (format) {
            case JSON -> terminal.out().print(comparison.toJson());
            case HTML -> terminal.out().print(comparison.toHtml());
            default -> new ComparisonText(terminal, parent.options().verbose()).print(comparison);
        }
    }
}
