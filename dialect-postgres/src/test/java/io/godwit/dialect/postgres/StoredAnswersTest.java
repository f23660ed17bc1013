package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.ReferenceAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Proves the answers to which all dialects are held on a real server; {@code -Dgodwit.write=true} stores them anew. */
final class StoredAnswersTest {

    private static final Path FILE = Path.of("../core/src/test/resources/io/godwit/tck/universal-answers.txt");

    @Test
    void theStoredAnswersArePostgresqls() throws SQLException, IOException {
        try (PostgresTestDatabase database = PostgresTestDatabase.create();
                Connection connection = database.connect()) {
            String answers = ReferenceAnswers.text(connection);
            if (Boolean.getBoolean("godwit.write")) {
                Files.writeString(FILE, answers);
            } else {
                assertThat(ReferenceAnswers.stored().lines().toList())
                        .containsExactlyElementsOf(answers.lines().toList());
            }
        }
    }
}
