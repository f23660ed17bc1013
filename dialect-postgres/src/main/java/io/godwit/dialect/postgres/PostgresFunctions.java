package io.godwit.dialect.postgres;

import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardForms;

/** PostgreSQL's own forms: universal SQL is written as it stands. */
final class PostgresFunctions extends StandardForms {

    PostgresFunctions(SqlSyntax syntax) {
        super(syntax);
    }

    @Override
    public boolean speaksUniversal() {
        return true;
    }
}
