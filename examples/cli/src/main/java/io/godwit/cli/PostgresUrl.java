package io.godwit.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URL of PostgreSQL, in its parts. */
record PostgresUrl(String server, String parameters) {

    private static final Pattern FORM = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/?)?)([^?]*)(\\?.*)?");

    static Optional<PostgresUrl> of(String url) {
        Matcher parts = FORM.matcher(url);
        return parts.matches()
                ? Optional.of(new PostgresUrl(parts.group(1), parts.group(3) == null ? "" : parts.group(3)))
                : Optional.empty();
    }

    /** The same server and parameters. */
    String withDatabase(String name) {
        String slash = server.endsWith("/") || server.endsWith(":") ? "" : "/";
        return server + slash + name + parameters;
    }
}
