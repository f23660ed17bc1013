package io.godwit.engine;

import io.godwit.schema.Column;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables of Godwit's own that introspection leaves out. */
record OwnTables(Session session) {

    /** The names of those that begin so. */
    List<String> beginning(String... prefixes) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = session.connection()
                .getMetaData()
                .getTables(
                        session.connection().getCatalog(), session.connection().getSchema(), null, new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                for (String prefix : prefixes) {
                    if (name.startsWith(prefix)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** One by name alone. */
    static Table named(String name) {
        return Table.of(TableName.of(name), List.of(Column.of("id", SimpleType.BIGINT)));
    }
}
