package io.godwit.examples.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents by themselves: sound, alone in this folder, and rendered for every engine without a database. */
final class DocumentsTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    @Test
    void everyDocumentIsSound() {
        assertThat(Godwit.validate(PluginSource.directory(FOLDER))).isEmpty();
    }

    @Test
    void aScanOfThisFolderMeetsNothingElse() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getParent().endsWith("data"))
                    .sorted()
                    .toList();
            assertThat(documents).containsExactlyElementsOf(Host.documents().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mysql", "mariadb", "sqlserver"})
    void everyStepIsRenderedOffline(String engine) {
        var up = Godwit.offline(engine).plugins(PluginSource.directory(FOLDER)).planUp();
        assertThat(up.migrations()).hasSize((int) Host.documents().count());
        assertThat(up.migrations())
                .allSatisfy(migration ->
                        assertThat(migration.statements()).as(migration.id()).isNotEmpty());
        assertThat(up.migrations())
                .allSatisfy(migration -> assertThat(migration.steps())
                        .as("nothing of " + migration.id() + " is opaque")
                        .noneMatch(step -> step.deferred()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mysql", "mariadb", "sqlserver"})
    void everyMigrationHasAWayBackOffline(String engine) {
        var down = Godwit.offline(engine)
                .plugins(PluginSource.directory(FOLDER))
                .planDown()
                .migrations();
        assertThat(down).hasSize((int) Host.documents().count());
        assertThat(down)
                .filteredOn(migration -> migration.statements().isEmpty())
                .as("only rows that go with their table need nothing")
                .extracting(migration -> migration.id())
                .containsExactly("orchestrator-0008-seed-templates");
    }
}
