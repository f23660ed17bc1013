package io.godwit.dialect.mysql;

import io.godwit.schema.Name;

/**
 * A generated column that nobody asked for and that SELECT * does not show: a part of an index of MariaDB, which has no functional
 * parts.
 *
 * @param type the engine's
 * @param expression what the part is
 */
record HiddenColumn(Name name, String type, String expression) {

    static final String PREFIX = "godwit_key_";

    /** The column of the part at that place, from 0. */
    static Name name(Name index, int at) {
        return MySqlDialect.NAMING.fit(PREFIX + at + "_" + index);
    }

    static boolean isHidden(Name column) {
        return column.text().startsWith(PREFIX);
    }

    String add(MySqlText text) {
        return "ADD COLUMN " + text.name(name) + " " + type + " GENERATED ALWAYS AS (" + expression
                + ") VIRTUAL INVISIBLE";
    }
}
