package io.godwit.changelog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history that another tool has written into a database, to be verified against the files that it came from. */
public interface AdoptedHistory {

    /**
     * Reads it, and verifies each row; the database is only read.
     *
     * @return in the order in which they ran
     * @throws ChangelogRefusedException with every row that has no file, or another checksum
     */
    List<AdoptedChange> read(Connection connection, Dialect dialect) throws SQLException;

    /** What a migration says of the change that it came from; empty if it says nothing of this tool's. */
    Optional<String> key(Migration migration);

    /** The texts of a flat JSON object. */
    static Map<String, String> texts(String json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    texts.put(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException notJson) {
            throw new UncheckedIOException("an extension of a migration was read as JSON before", notJson);
        }
        return texts;
    }
}
