package io.godwit.dialect.mssql;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.Column;
import io.godwit.schema.SimpleType;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement has 2,100 parameters and 1,000 rows at most, and an identity takes a value only when it is told to. Stateless. */
final class MsSqlLoader implements BulkLoader {

    private final SqlSyntax syntax;

    MsSqlLoader(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** The driver shows a UNIQUEIDENTIFIER in upper case. */
    @Override
    public String exact(Column column, String name) {
        return column.type() == SimpleType.UUID ? "LOWER(CONVERT(char(36), " + name + "))" : name;
    }

    /** What a prepared batch sets ends with it. */
    @Override
    public String insert(String table, String columns) {
        return "IF OBJECTPROPERTY(OBJECT_ID(" + syntax.text(table) + "), 'TableHasIdentity') = 1 SET IDENTITY_INSERT "
                + table + " ON; " + BulkLoader.super.insert(table, columns);
    }

    /** What a script's batch sets stays for the session, and for one table at a time. */
    @Override
    public List<String> afterInsert(String table) {
        return List.of("IF OBJECTPROPERTY(OBJECT_ID(" + syntax.text(table)
                + "), 'TableHasIdentity') = 1 SET IDENTITY_INSERT " + table + " OFF");
    }

    /** Bytes have a prefix here. */
    @Override
    public String literal(SqlSyntax own, Column column, @Nullable Object value) {
        return value instanceof byte[] bytes
                ? "0x" + HexFormat.of().formatHex(bytes)
                : BulkLoader.super.literal(own, column, value);
    }

    @Override
    public int parameters() {
        return 2000;
    }
}
