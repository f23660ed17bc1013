package io.godwit.dialect.mysql;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;

/** Makes refusals of what has no form on MySQL and MariaDB. */
final class Refusal {

    static final String OWN_KEY = "a statement under the key \"mysql\" or \"mariadb\"";

    private Refusal() {}

    /** The translator puts the engine's name in place of this one. */
    static UnsupportedByDialectException of(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(MySqlDialect.ENGINE, construct, reason, alternative));
    }

    static UnsupportedByDialectException of(String construct) {
        return of(construct, "it has no form that gives PostgreSQL's answer", OWN_KEY);
    }
}
