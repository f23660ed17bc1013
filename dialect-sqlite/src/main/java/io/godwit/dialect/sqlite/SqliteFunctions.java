package io.godwit.dialect.sqlite;

import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardForms;

/** How SQLite writes functions, operators, casts and clauses of universal SQL, from version 3.37 on. */
final class SqliteFunctions extends StandardForms {

    SqliteFunctions(SqlSyntax syntax) {
        super(syntax);
    }
}
