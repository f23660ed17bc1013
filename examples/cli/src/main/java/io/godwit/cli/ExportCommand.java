package io.godwit.cli;

import io.godwit.engine.RowExport;
import io.godwit.engine.RowsReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes rows into files. */
@Command(
        name = "export",
        description =
                "Writes the rows of tables, all of one moment and every value exactly, into one file, which import brings"
                        + " into any engine. Columns that documents call sensitive are left out unless they are named.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(names = "--plugin", paramLabel = "ID", description = "The tables of this plugin; else all, or --tables.")
    private @Nullable String plugin;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The file, which ends with .zip or .tar.gz and is replaced if it is there; else a new folder,"
                    + " which is quicker.")
    private Path output;

    @Option(names = "--tables", paramLabel = "TABLE", split = ",", description = "Only these tables.")
    private List<String> tables = List.of();

    @Option(
            names = "--where",
            paramLabel = "TABLE: CONDITION",
            description = "Only rows of the table for which this universal SQL is true, such as"
                    + " \"crm.contacts: created_at >= DATE '2024-01-01'\"; again for each further table.")
    private List<String> filters = List.of();

    @Option(
            names = "--sensitive",
            paramLabel = "TABLE.COLUMN",
            split = ",",
            description = "Also this column, although it is sensitive.")
    private List<String> sensitive = List.of();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        RowExport asked = (plugin == null ? RowExport.ofTables() : RowExport.ofPlugin(plugin)).tables(tables);
        for (String filter : filters) {
            int colon = filter.indexOf(':');
            if (colon < 1 || filter.substring(colon + 1).isBlank()) {
                throw new UsageException("--where: '" + filter + "' is not TABLE: CONDITION");
            }
            asked = asked.where(
                    filter.substring(0, colon).strip(),
                    filter.substring(colon + 1).strip());
        }
        for (String column : sensitive) {
            asked = asked.including(column);
        }
        RowOutput out = new RowOutput(parent.terminal(), parent.options());
        RowsReport report = parent.host()
                .on()
                .listener(new RunOutput(parent.terminal(), parent.options()).listener())
                .build()
                .rows()
                .export(asked, output);
        out.exported(report, output);
        return ExitCode.DONE.number();
    }
}
