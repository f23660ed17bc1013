package io.godwit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A folder with migrations and a SQLite database, and calls of the command line on them. For one thread. */
final class Place {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Place(Path folder) {
        this.folder = folder;
        environment.put("GODWIT_URL", url());
        environment.put("GODWIT_PLUGINS", plugins().toString());
        environment.put("GODWIT_BACKUPS", backups().toString());
        write("crm/0001-contacts.json", Documents.contacts());
        write("crm/0002-notes.json", Documents.notes());
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    Path backups() {
        return folder.resolve("backups");
    }

    Path database() {
        return folder.resolve("app.db");
    }

    String url() {
        return "jdbc:sqlite:" + database();
    }

    Place with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Place without(String variable) {
        environment.remove(variable);
        return this;
    }

    Path write(String name, String document) {
        try {
            Path file = plugins().resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int code = new Program(Terminal.of(out, error), environment).run(arguments);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** How many tables, views and indexes of that name there are. */
    int count(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM sqlite_master WHERE name = '" + name + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
