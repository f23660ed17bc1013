package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalHashTest {

    private static final String DOCUMENT = """
            {"format": "portable-migration-v1", "migration": {"id": "crm-0001", "pluginId": "crm", "version": "1.0.0", "riskLevel": "medium",
             "name": "Contacts", "createdAt": "2026-01-05T10:00:00Z", "dependencies": ["identity-0003"],
             "steps": {"up": [
               {"id": "one", "timeout": 30, "operations": [
                 {"createTable": {"table": "crm.contacts", "columns": [
                   {"name": "id", "type": "bigint", "identity": true},
                   {"name": "name", "type": "varchar(200)", "nullable": false, "default": "x", "comment": "A name"},
                   {"name": "score", "type": "decimal(12,2)", "default": 1.50, "check": "score >= 0"}],
                   "primaryKey": ["id"]}},
                 {"createIndex": {"table": "crm.contacts", "columns": ["name", {"name": "score", "order": "desc"}]}},
                 {"insertRows": {"table": "crm.contacts", "rows": [{"name": "Ünï 😀", "score": {"expression": "1 + 1"}}]}}]},
               {"id": "two", "sql": {"universal": "UPDATE crm.contacts SET score = 1;\\nSELECT 1", "sqlite": []}, "dependencies": ["one"]}],
              "down": [{"id": "back", "operations": [{"dropTable": {"table": "crm.contacts"}}]}]}}}
            """;

    /** Version 1 stays as it is for ever: these texts never change; a new canonical form gets a new version beside it. */
    @Test
    void versionOneIsPinned() {
        assertThat(hash(DOCUMENT))
                .isEqualTo(new Hashes(
                        "v1:9c4078dbad941a67e6dd9de2cf50f98e2a53b5ee985898ed1057e3b0a5c82f63",
                        "v1:6451f8e249b98b05854debf1b9aed898b58fd85545714685db4df61d00b5ed5d"));
    }

    @Test
    void versionOneIsPinnedForEveryGoodDocument() throws IOException {
        StringBuilder actual = new StringBuilder();
        for (Path document : DocumentCorpusTest.good()) {
            Hashes hashes = hash(Files.readString(document));
            actual.append(document.getFileName())
                    .append(' ')
                    .append(hashes.up())
                    .append(' ')
                    .append(hashes.down())
                    .append('\n');
        }

        try (InputStream pinned = CanonicalHashTest.class.getResourceAsStream("hashes-v1.txt")) {
            assertThat(pinned).isNotNull();
            assertThat(actual.toString()).isEqualTo(new String(pinned.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void versionOneIsPinnedForTheSmallest() {
        String smallest =
                "{\"format\": \"portable-migration-v1\", \"migration\": {\"id\": \"a\", \"pluginId\": \"crm\", \"version\": \"1\","
                        + " \"steps\": {\"up\": [{\"id\": \"one\", \"sql\": {\"universal\": \"\"}}]}}}";

        assertThat(hash(smallest).up())
                .isEqualTo("v1:93338d54194edd9d2fbc199e158df1d33a38dfd4454581efcc8f6ac823180806");
        assertThat(hash(smallest).down())
                .as("of nothing said: the hash of {}")
                .isEqualTo("v1:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1e3, 1000",
        "1000, 1000.00, 1000",
        "-1000, -10E2, -1000",
        "0, -0.0e7, 0",
        "1.50, 15e-1, 15e-1",
        "7.0, 7, 7",
        "12345678901234567890, 1234567890123456789e1, 12345678901234567890"
    })
    void numberHasOneForm(String one, String other, String canonical) {
        assertThat(CanonicalJson.print(JsonNumber.of(one))).isEqualTo(canonical);
        assertThat(CanonicalJson.print(JsonNumber.of(other))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": "Contacts"| "description": "Other words", "estimatedDuration": 9, "x-a": 1
            "2026-01-05T10:00:00Z"| "2026-01-06T10:00:00Z"
            "id": "one",| "name": "Step", "x-b": {}, "id": "one", "transactional": true, "dependencies": [],
            1.50| 15.0e-1
            "nullable": false,| "nullable": false, "unique": false,
            ["name", {| [{"name": "name", "order": "asc"}, {
            = 1;\\nSELECT| = 1;\\r\\nSELECT
            "version": "1.0.0"| "version": "1.0"
            "decimal(12,2)"| "NUMERIC(12, 2)"
            "type": "bigint", "identity": true| "identity": true, "type": "int8"
            """)
    void otherWritingKeepsBothHashes(String before, String after) {
        assertThat(DOCUMENT).contains(before);
        assertThat(hash(DOCUMENT.replace(before, after))).isEqualTo(hash(DOCUMENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "crm-0001"; "crm-0002"
            "comment": "A name"; "comment": "Another"
            "type": "varchar(200)"; "type": "varchar(201)"
            ["identity-0003"]; []
            1.50; 1.51
            score >= 0; score > 0
            SELECT 1; SELECT  1
            "order": "desc"; "order": "desc", "nulls": "first"
            "sqlite": []; "sqlite": ["SELECT 1"]
            "Ünï 😀"; "Ünï"
            """)
    void otherMeaningChangesUpOnly(String before, String after) {
        Hashes changed = hash(DOCUMENT.replace(before, after));

        assertThat(DOCUMENT).contains(before);
        assertThat(changed.up()).isNotEqualTo(hash(DOCUMENT).up());
        assertThat(changed.down()).isEqualTo(hash(DOCUMENT).down());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "timeout": 30; "timeout": 60
            "medium"; "high"
            "name": "Contacts"; "requiresBackup": true
            "name": "Contacts"; "category": "install"
            "dropTable": {; "dropTable": {"ifExists": true,
            """)
    void whatMayChangeAfterTheFactChangesDownOnly(String before, String after) {
        Hashes changed = hash(DOCUMENT.replace(before, after));

        assertThat(DOCUMENT).contains(before);
        assertThat(changed.up()).isEqualTo(hash(DOCUMENT).up());
        assertThat(changed.down()).isNotEqualTo(hash(DOCUMENT).down());
    }

    @Test
    void descriptionIsLeftOutByItsPlaceNotByItsName() {
        String named = DOCUMENT.replace("\"name\": \"Ünï 😀\"", "\"description\": \"one\"");

        assertThat(hash(named.replace("\"description\": \"one\"", "\"description\": \"two\"")))
                .isNotEqualTo(hash(named));
    }

    @Test
    void fiveThousandAreHashedInWellUnderASecond() {
        List<Migration> migrations = IntStream.range(0, 5_000)
                .mapToObj(i -> new MigrationReader().read("a", DOCUMENT.replace("crm-0001", "crm-" + i)))
                .toList();
        migrations.subList(0, 500).forEach(CanonicalHash::hash);

        long start = processorTime();
        migrations.forEach(CanonicalHash::hash);

        assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    /** Of this thread: other work on the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Hashes hash(String document) {
        return CanonicalHash.hash(new MigrationReader().read("a", document));
    }
}
