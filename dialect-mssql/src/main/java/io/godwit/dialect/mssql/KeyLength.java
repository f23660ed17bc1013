package io.godwit.dialect.mssql;

import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an index's keys may become. SQL Server makes an index over columns that are wider than it can hold, and refuses the rows
 * that are, with error 1946 (https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server).
 */
record KeyLength(MsSqlText text, Table table) {

    /** Bytes in a primary key, which is clustered. */
    static final int CLUSTERED = 900;
    /** Bytes in any other index. */
    static final int OTHER = 1700;

    /** The widest type that is no text, DECIMAL(38), in bytes. */
    private static final int WIDEST_NUMBER = 17;

    private static final Pattern CHARACTERS = Pattern.compile("NVARCHAR\\((\\d+)\\)");

    /** What people should know of a key over these columns; empty if every value fits. */
    Optional<String> finding(List<Name> columns, int most) {
        int bytes = columns.stream()
                .flatMap(name -> table.column(name).stream())
                .mapToInt(this::bytes)
                .sum();
        return bytes <= most
                ? Optional.empty()
                : Optional.of("SQL Server's key over " + columns + " of " + table.name() + " holds " + most
                        + " bytes: rows with more, up to " + bytes + ", are refused when they are written.");
    }

    private int bytes(Column column) {
        Matcher characters = CHARACTERS.matcher(text.type(column.type()));
        return characters.matches() ? 2 * Integer.parseInt(characters.group(1)) : WIDEST_NUMBER;
    }
}
