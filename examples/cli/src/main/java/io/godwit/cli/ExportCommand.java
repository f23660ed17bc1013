package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.archive.RowFileFormat;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsReport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--file-format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "jsonl (the default), csv (the same texts in cells; NULL is nothing, an empty text \"\"), or"
                    + " spreadsheet: CSV of which no program calculates anything, and which does not come back.")
    private @Nullable RowFileFormat format;

    @Option(names = "--csv", description = "The same as --file-format csv.")
    private boolean csv;

    @Option(names = "--spreadsheet", description = "The same as --file-format spreadsheet.")
    private boolean spreadsheet;

    @Option(
            names = "--complete",
            description = "With all rows that the chosen ones refer to, directly or through others, of whatever table.")
    private boolean complete;

    @Mixin
    private final NamedFilters named = new NamedFilters();

    @Mixin
    private final ParallelReading parallel = new ParallelReading();

    @Mixin
    private EncryptionKeys encryption;

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
        asked = parallel.applied(asked).as(format()).encryptedTo(encryption.recipients());
        if (complete) {
            asked = asked.completed();
        }
        RowOutput out = new RowOutput(parent.terminal(), parent.options());
        Host host = named.isAsked() ? parent.host().withPlugins() : parent.host();
        Godwit godwit = host.on()
                .listener(new RunOutput(parent.terminal(), parent.options()).listener())
                .build();
        RowsReport report = godwit.rows().export(named.applied(godwit, asked), output);
        out.exported(report, output);
        return ExitCode.DONE.number();
    }

    private RowFileFormat format() {
        Set<RowFileFormat> named = new HashSet<>();
        if (format != null) {
            named.add(format);
        }
        if (csv) {
            named.add(RowFileFormat.CSV);
        }
        if (spreadsheet) {
            named.add(RowFileFormat.SPREADSHEET);
        }
        if (named.size() > 1) {
            throw new UsageException("the rows can be written in one format only");
        }
        return named.stream().findFirst().orElse(RowFileFormat.JSON_LINES);
    }

    /** Reads a format's name. */
    static final class FormatConverter implements ITypeConverter<RowFileFormat> {

        @Override
        public RowFileFormat convert(String text) {
            return Arrays.stream(RowFileFormat.values())
                    .filter(format -> format.toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is none of " + Arrays.toString(RowFileFormat.values())));
        }
    }
}
