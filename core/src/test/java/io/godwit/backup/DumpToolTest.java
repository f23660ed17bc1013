package io.godwit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.tck.harness.MemoryBackups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How tools are called, with scripts in their place. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DumpToolTest {

    private static final String SECRET = "s3cr\"et' $(whoami)";
    private static final String NAME = "crm-1.0.0.godwit-backup.zip";

    @TempDir
    private Path folder;

    private final DumpTarget target = new DumpTarget("db.example", 5432, "my app", "it's me", () -> SECRET);
    private final BackupPlace place = new BackupPlace(new MemoryBackups());

    private Path script(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Backup written(DumpTool tool) throws IOException, SQLException {
        return place.write(
                NAME,
                file -> new BackupManifest(
                        "crm",
                        "1.0.0",
                        "any",
                        "1",
                        "2026-11-22T10:15:00Z",
                        BackupContent.DUMP,
                        "asked for",
                        "",
                        "run",
                        List.of(),
                        List.of(),
                        List.of(tool.write(file))));
    }

    private static String text(Backup backup) throws IOException {
        return backup.text(backup.manifest().files().get(0));
    }

    @Test
    void pgDumpGetsItsArgumentsOneByOneAndThePasswordByItsEnvironment() throws IOException, SQLException {
        Path tool = script(
                "pg_dump",
                "for a in \"$@\"; do echo \"[$a]\"; done",
                "echo \"<$PGPASSWORD>\"",
                "echo '-- PostgreSQL database dump complete'");
        assertThat(text(written(DumpTool.pgDump(tool, target))))
                .contains("[--host=db.example]", "[--port=5432]", "[--username=it's me]", "[--dbname=my app]")
                .contains("<" + SECRET + ">")
                .doesNotContain("[" + SECRET, "=" + SECRET);
    }

    @Test
    void mysqldumpFindsThePasswordInAFileThatIsGoneAfterwards() throws IOException, SQLException {
        Path tool = script(
                "mysqldump",
                "for a in \"$@\"; do echo \"[$a]\"; done",
                "cat \"${1#--defaults-extra-file=}\"",
                "ls -l \"${1#--defaults-extra-file=}\"",
                "echo '-- Dump completed'");
        String said = text(written(DumpTool.mysqlDump(tool, target)));
        assertThat(said)
                .contains("[--single-transaction]", "[my app]", "password=\"s3cr\\\"et' $(whoami)\"", "-rw-------");
        String file = said.lines().findFirst().orElseThrow().replaceAll("^\\[--defaults-extra-file=|\\]$", "");
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void whatFailsIsToldWithoutThePasswordAndLeavesNothing() throws IOException {
        Path failing = script("pg_dump", "echo half", "echo \"no access with $PGPASSWORD\" >&2", "exit 3");
        assertThatThrownBy(() -> written(DumpTool.pgDump(failing, target)))
                .hasMessageContainingAll("exit code 3", "no access with ***")
                .hasMessageNotContaining(SECRET);
        Path endless = script("endless", "echo half a dump");
        assertThatThrownBy(() -> written(DumpTool.pgDump(endless, target))).hasMessageContaining("has no end");
        assertThatThrownBy(() -> written(DumpTool.pgDump(folder.resolve("missing"), target)))
                .isInstanceOf(IOException.class);
        assertThat(place.list()).isEmpty();
    }

    @Test
    void manyWordsOnStandardErrorDoNotStopTheTool() throws IOException, SQLException {
        Path tool = script(
                "pg_dump",
                "i=0; while [ $i -lt 20000 ]; do echo 'warning: something is not as it should be' >&2; i=$((i+1)); done",
                "echo '-- PostgreSQL database dump complete'");
        assertThat(text(written(DumpTool.pgDump(tool, target)))).contains("complete");
    }

    @Test
    void theClientReadsTheDumpOrTheCommandIsTold() throws IOException, SQLException {
        Path tool = script("pg_dump", "echo 'SELECT 1;'", "echo '-- PostgreSQL database dump complete'");
        Backup backup = written(DumpTool.pgDump(tool, target));
        assertThatThrownBy(() -> DumpTool.pgDump(tool, target).restore(backup))
                .hasMessageContainingAll("unzip -p " + NAME, "psql --host=db.example", "--single-transaction");
        Path read = folder.resolve("read");
        Path client = script("psql", "cat > '" + read + "'");
        DumpTool.pgDump(tool, target).restoredBy(client).restore(backup);
        assertThat(read).hasContent("SELECT 1;\n-- PostgreSQL database dump complete");
        Path refusing = script("refusing", "echo 'syntax error' >&2", "exit 1");
        assertThatThrownBy(
                        () -> DumpTool.pgDump(tool, target).restoredBy(refusing).restore(backup))
                .hasMessageContaining("syntax error");
    }
}
