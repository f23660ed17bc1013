package io.godwit.benchmarks.fault;

import java.util.List;

/**
 * What differs between servers.
 *
 * @param name the engine's
 * @param folder of the prepared server
 * @param options that make it as durable as a killed process needs
 * @param address of a database, with port and name to be put in
 * @param home the database that is always there
 * @param sessions counts nobody but those of one database, in the order in which they came
 * @param kill ends one
 */
record ServerKind(
        String name, String folder, List<String> options, String address, String home, String sessions, String kill) {

    private static final List<String> DURABLE =
            List.of("--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=ON", "--innodb-flush-method=fsync");
    private static final String LOGIN = "://127.0.0.1:%d/%s?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    private static final String PROCESSES =
            "SELECT id FROM information_schema.processlist WHERE db = '%s' AND id <> connection_id() ORDER BY id";

    private static final List<ServerKind> ALL = List.of(
            new ServerKind(
                    "postgresql",
                    "postgresql-17",
                    List.of("-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on"),
                    "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres",
                    "postgres",
                    "SELECT pid FROM pg_stat_activity WHERE datname = '%s' AND pid <> pg_backend_pid() ORDER BY backend_start",
                    "SELECT pg_terminate_backend(%s)"),
            new ServerKind("mysql", "mysql-9", DURABLE, "jdbc:mysql" + LOGIN, "mysql", PROCESSES, "KILL %s"),
            new ServerKind("mariadb", "mariadb-11", DURABLE, "jdbc:mariadb" + LOGIN, "mysql", PROCESSES, "KILL %s"));

    ServerKind {
        options = List.copyOf(options);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static ServerKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no engine '" + name + "'"));
    }
}
