package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reader and the JSON Schema agree on what they both can judge; what only the reader can, lies in {@code semantic}.
 *
 * <p>A document that is wrong lists what must be found in it under {@code x-problems}, in the order of the places.
 */
class DocumentCorpusTest {

    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("good")
    void goodDocumentGoesRound(Path document) throws IOException {
        Migration migration = new MigrationReader().read(document.toString(), Files.readAllBytes(document));
        String written = MigrationWriter.write(migration);

        assertThat(SCHEMA.validate(Files.readString(document), InputFormat.JSON))
                .isEmpty();
        assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(new MigrationReader().read("written", written)).isEqualTo(migration);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badDocumentIsRefusedByReaderAndSchema(Path document) throws IOException {
        assertThat(SCHEMA.validate(Files.readString(document), InputFormat.JSON))
                .isNotEmpty();
        assertProblems(document);
    }

    @ParameterizedTest
    @MethodSource("semantic")
    void contradictionIsRefusedByTheReaderAlone(Path document) throws IOException {
        assertThat(SCHEMA.validate(Files.readString(document), InputFormat.JSON))
                .isEmpty();
        assertProblems(document);
    }

    @Test
    void goodDocumentsHoldEveryOperation() throws IOException {
        List<String> kinds = new ArrayList<>();
        for (Path document : good()) {
            Migration migration = new MigrationReader().read(document.toString(), Files.readAllBytes(document));
            migration
                    .up()
                    .forEach(step ->
                            step.operations().stream().map(Operation::kind).forEach(kinds::add));
        }

        assertThat(kinds).containsAll(OperationForm.KINDS);
    }

    @Test
    void kindsAreThoseOfTheModel() {
        assertThat(Stream.of(Operation.class.getPermittedSubclasses())
                        .map(type -> Character.toLowerCase(type.getSimpleName().charAt(0))
                                + type.getSimpleName().substring(1)))
                .containsExactlyInAnyOrderElementsOf(OperationForm.KINDS);
    }

    private static void assertProblems(Path document) throws IOException {
        byte[] bytes = Files.readAllBytes(document);
        InvalidMigrationException invalid = catchThrowableOfType(
                InvalidMigrationException.class, () -> new MigrationReader().read("document", bytes));
        assertThat(invalid).as("nothing was found").isNotNull();
        List<Problem> problems = invalid.problems();
        JsonNode expected = new ObjectMapper().readTree(bytes).get("x-problems");

        assertThat(problems).as(problems::toString).hasSize(expected.size());
        for (int i = 0; i < problems.size(); i++) {
            assertThat(problems.get(i).pointer())
                    .isEqualTo(expected.get(i).get("pointer").asText());
            assertThat(problems.get(i).message())
                    .contains(expected.get(i).get("message").asText());
            assertThat(problems.get(i).line()).isPositive();
            assertThat(problems.get(i).column()).isPositive();
        }
    }

    static List<Path> good() throws IOException {
        return documents("good");
    }

    static List<Path> bad() throws IOException {
        return documents("bad");
    }

    static List<Path> semantic() throws IOException {
        return documents("semantic");
    }

    private static List<Path> documents(String folder) throws IOException {
        URL url = DocumentCorpusTest.class.getResource(folder);
        assertThat(url).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Schema schema() {
        try (InputStream in = DocumentCorpusTest.class.getResourceAsStream("portable-migration-v1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
