package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.engine.RowExport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which rows, by filters that plugins declare. */
final class NamedFilters {

    @Option(
            names = "--filter",
            paramLabel = "NAME",
            description =
                    "Only the rows of this filter, which a plugin of --plugins declares in its plugin.json, and what they"
                            + " refer to; again for each further one, and then all hold.")
    private List<String> filters = List.of();

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A value for a filter; again for each further one, also of a list.")
    private List<String> values = List.of();

    boolean isAsked() {
        return !filters.isEmpty() || !values.isEmpty();
    }

    RowExport applied(Godwit godwit, RowExport asked) {
        if (!isAsked()) {
            return asked;
        }
        if (filters.isEmpty()) {
            throw new UsageException("--param is a value for a filter: say --filter NAME");
        }
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String value : values) {
            int sign = value.indexOf('=');
            if (sign < 1) {
                throw new UsageException("--param: '" + value + "' is not NAME=VALUE");
            }
            given.computeIfAbsent(value.substring(0, sign).strip(), none -> new ArrayList<>())
                    .add(value.substring(sign + 1));
        }
        return godwit.rows().filtered(asked, filters, given);
    }
}
