package io.godwit.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code pg_dump} and {@code psql} (PostgreSQL's manual, "pg_dump"). Stateless and thread-safe. */
final class PostgresDump implements DumpLanguage {

    @Override
    public DumpAccess access(DumpTarget target) {
        String password = target.password().get();
        return new DumpAccess(Map.of("PGPASSWORD", password), null, password);
    }

    /** What is dumped replaces what is there: objects are dropped before they are made again. */
    @Override
    public List<String> dump(Path tool, DumpTarget target, DumpAccess access) {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(connection(target));
        command.addAll(List.of(
                "--no-password",
                "--format=plain",
                "--encoding=UTF8",
                "--clean",
                "--if-exists",
                "--lock-wait-timeout=30s"));
        return command;
    }

    @Override
    public List<String> restore(Path client, DumpTarget target, DumpAccess access) {
        List<String> command = new ArrayList<>(List.of(client.toString()));
        command.addAll(connection(target));
        command.addAll(List.of(
                "--no-password",
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--single-transaction",
                "--file=-"));
        return command;
    }

    @Override
    public String restoreByHand(DumpTarget target) {
        return "psql " + String.join(" ", connection(target))
                + " --no-psqlrc --set=ON_ERROR_STOP=1 --single-transaction --file=-";
    }

    private static List<String> connection(DumpTarget target) {
        return List.of(
                "--host=" + target.host(),
                "--port=" + target.port(),
                "--username=" + target.user(),
                "--dbname=" + target.database());
    }

    @Override
    public String endMarker() {
        return "-- PostgreSQL database dump complete";
    }
}
