package io.godwit.dialect.mssql;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;

/** Makes refusals of what has no form on SQL Server. */
final class Refusal {

    private Refusal() {}

    static UnsupportedByDialectException of(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(MsSqlDialect.ENGINE, construct, reason, alternative));
    }
}
