package io.godwit.dialect.mssql;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The portable type that a physical one is, or the physical one itself. */
final class CatalogType {

    private CatalogType() {}

    /** From the columns {@code type}, {@code max_length} in bytes, {@code precision} and {@code scale}. */
    static ColumnType of(ResultSet row) throws SQLException {
        String type = row.getString("type");
        int length = row.getInt("max_length");
        int precision = row.getInt("precision");
        int scale = row.getInt("scale");
        return switch (type) {
            case "bit" -> SimpleType.BOOLEAN;
            case "smallint" -> SimpleType.SMALLINT;
            case "int" -> SimpleType.INTEGER;
            case "bigint" -> SimpleType.BIGINT;
            case "real" -> SimpleType.REAL;
            case "float" -> SimpleType.DOUBLE;
            case "decimal", "numeric" -> new DecimalType(precision, scale);
            case "uniqueidentifier" -> SimpleType.UUID;
            case "date" -> SimpleType.DATE;
            case "nvarchar" -> length < 0 ? SimpleType.TEXT : new VarcharType(length / 2);
            case "varbinary" -> length < 0 ? SimpleType.BYTES : sized(type, length);
            case "time" -> scale <= 6 ? TimeType.of(SimpleType.TIME, scale) : sized(type, scale);
            case "datetime2" -> scale <= 6 ? TimeType.of(SimpleType.TIMESTAMP, scale) : sized(type, scale);
            case "datetimeoffset" -> scale <= 6 ? TimeType.of(SimpleType.TIMESTAMPTZ, scale) : sized(type, scale);
            case "varchar", "char", "binary" -> sized(type, length);
            case "nchar" -> sized(type, length / 2);
            default -> MsSqlNative.of(type);
        };
    }

    private static ColumnType sized(String type, int size) {
        return MsSqlNative.of(type + "(" + (size < 0 ? "max" : Integer.toString(size)) + ")");
    }
}
