package io.godwit.dialect.mssql;

import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an index that stands for another remembers: that other's columns, or that it is a unique constraint. */
record IndexMemory(List<IndexColumn> columns) {

    static final String CONSTRAINT = "unique constraint";

    /** One column a line, with a sign for its direction before its name. */
    String text() {
        return columns.stream()
                .map(part -> (part.descending() ? "-" : "+") + Objects.requireNonNull(part.name()))
                .collect(Collectors.joining("\n"));
    }

    static IndexMemory parse(String text) {
        List<IndexColumn> columns = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            columns.add(new IndexColumn(Name.of(line.substring(1)), null, line.startsWith("-"), null));
        }
        return new IndexMemory(columns);
    }
}
