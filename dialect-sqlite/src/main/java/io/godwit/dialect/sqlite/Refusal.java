package io.godwit.dialect.sqlite;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;

/** Makes refusals of what has no form on SQLite. */
final class Refusal {

    private Refusal() {}

    static UnsupportedByDialectException of(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(SqliteDialect.ENGINE, construct, reason, alternative));
    }
}
