package io.godwit.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code mysqldump} or {@code mariadb-dump}, and {@code mysql} or {@code mariadb} (MySQL's manual, "mysqldump"). Stateless and thread-safe. */
final class MySqlDump implements DumpLanguage {

    /** The variable MYSQL_PWD is deprecated, and others may see it; a temporary file is this user's alone. */
    @Override
    public DumpAccess access(DumpTarget target) throws IOException {
        String password = target.password().get();
        Path file = Files.createTempFile("godwit-dump", ".cnf");
        try {
            Files.writeString(file, "[client]\npassword=\"" + escaped(password) + "\"\n");
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new DumpAccess(Map.of(), file, password);
    }

    private static String escaped(String password) {
        return password.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public List<String> dump(Path tool, DumpTarget target, DumpAccess access) {
        List<String> command = connecting(tool, target, access);
        command.addAll(List.of(
                "--single-transaction",
                "--quick",
                "--hex-blob",
                "--routines",
                "--triggers",
                "--default-character-set=utf8mb4",
                target.database()));
        return command;
    }

    @Override
    public List<String> restore(Path client, DumpTarget target, DumpAccess access) {
        List<String> command = connecting(client, target, access);
        command.addAll(List.of("--default-character-set=utf8mb4", "--binary-mode", target.database()));
        return command;
    }

    @Override
    public String restoreByHand(DumpTarget target) {
        return "mysql --host=" + target.host() + " --port=" + target.port() + " --user=" + target.user()
                + " --password --default-character-set=utf8mb4 --binary-mode " + target.database();
    }

    /** The option file has to be named first. */
    private static List<String> connecting(Path tool, DumpTarget target, DumpAccess access) {
        return new ArrayList<>(List.of(
                tool.toString(),
                "--defaults-extra-file=" + access.optionFile(),
                "--protocol=TCP",
                "--host=" + target.host(),
                "--port=" + target.port(),
                "--user=" + target.user()));
    }

    @Override
    public String endMarker() {
        return "-- Dump completed";
    }
}
