package io.godwit.dialect.mssql;

import io.godwit.tck.harness.RequiredEngines;
import java.util.Map;

/** The SQL Server of this JVM's tests: the one that {@code GODWIT_TEST_SQLSERVER_URL} names, with its user and password. */
final class MsSqlServer {

    private static final String VARIABLE = "GODWIT_TEST_SQLSERVER_URL";
    private static final MsSqlServer SHARED = of(System.getenv());

    private final String url;

    private MsSqlServer(String url) {
        this.url = url;
    }

    private static MsSqlServer of(Map<String, String> environment) {
        String url = environment.getOrDefault(VARIABLE, "").strip();
        if (url.isEmpty()) {
            System.err.println(RequiredEngines.from(environment).loudLine("sqlserver", VARIABLE + " is not set"));
        }
        return new MsSqlServer(url);
    }

    /**
     * The JDBC URL of the server.
     *
     * @throws AssertionError if there is no server and the environment requires one
     * @throws org.opentest4j.TestAbortedException if there is none and none is required
     */
    static String url() {
        if (SHARED.url.isEmpty()) {
            throw RequiredEngines.from(System.getenv()).missing("sqlserver", VARIABLE + " is not set");
        }
        return SHARED.url;
    }
}
