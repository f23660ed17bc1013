package io.godwit.backup;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The database that a dump tool connects to, as the host knows it. Immutable.
 *
 * @param host the server's name or address
 * @param port its port
 * @param database the database's name
 * @param user who logs in
 * @param password asked for each time; it goes to the tool by its environment or a file that only this user may read, never as an
 *     argument
 */
public record DumpTarget(String host, int port, String database, String user, Supplier<String> password) {

    public DumpTarget {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }
}
