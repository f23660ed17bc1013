package io.godwit.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DeleteRows;
import io.godwit.schema.Expression;
import io.godwit.schema.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationReaderTest {

    private static final String SMALLEST = """
            {"format": "portable-migration-v1", "migration": {"id": "a", "pluginId": "crm", "version": "1.0.0",
             "steps": {"up": [{"id": "one", "sql": {"universal": "SELECT 1"}}]}}}
            """;

    @Test
    void problemStandsAtTheValue() {
        Problem problem = problem("{\n  \"format\": \"portable-migration-v1\",\r\n  \"migration\": {\"😀 ü\": 1}}", 0);

        assertThat(problem.pointer()).isEqualTo("/migration");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(16);
    }

    @Test
    void columnCountsCharactersNotUnits() {
        Problem problem = problem(SMALLEST.replace("\"a\"", "\"a\", \"name\": \"😀\", \"ver\": 1"), 0);

        assertThat(problem.pointer()).isEqualTo("/migration/ver");
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.column())
                .isEqualTo(
                        "{\"format\": \"portable-migration-v1\", \"migration\": {\"id\": \"a\", \"name\": \"X\", \"ver\": 1"
                                .length());
    }

    @Test
    void pointerIsEscaped() {
        assertThat(problem(SMALLEST.replace("\"id\": \"a\"", "\"id\": \"a\", \"~/\": 1"), 0)
                        .pointer())
                .isEqualTo("/migration/~0~1");
    }

    @Test
    void expressionKnowsItsPlace() {
        Migration migration = new MigrationReader()
                .read(
                        "crm/a.json",
                        SMALLEST.replace(
                                "\"sql\": {\"universal\": \"SELECT 1\"}",
                                "\"operations\": [{\"deleteRows\": {\"table\": \"t\",\n \"where\": \"a = 1\"}}]"));
        Expression where = ((DeleteRows) migration.up().get(0).operations().get(0)).where();

        assertThat(where).isNotNull();
        assertThat(where.position())
                .isEqualTo(new Position("crm/a.json", "/migration/steps/up/0/operations/0/deleteRows/where", 3, 11));
    }

    @Test
    void byteOrderMarkIsTolerated() {
        assertThat(new MigrationReader()
                        .read("a", ("\uFEFF" + SMALLEST).getBytes(UTF_8))
                        .id())
                .isEqualTo("a");
    }

    @Test
    void malformedUtf8IsRefused() {
        byte[] bytes = SMALLEST.replace("SELECT 1", "SELECT X").getBytes(UTF_8);
        bytes[SMALLEST.indexOf("SELECT 1") + 7] = (byte) 0xe4;

        assertThat(problems(bytes)).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void tooLongDocumentIsRefused() {
        byte[] bytes = new byte[JsonDocument.LONGEST_DOCUMENT + 1];

        assertThat(problems(bytes)).singleElement().asString().contains("the most is 16777216");
    }

    @Test
    void secondOfTwoEqualKeysIsReported() {
        Problem problem = problem(SMALLEST.replace("\"id\": \"a\"", "\"id\": \"a\",\n\"id\": \"b\""), 0);

        assertThat(problem.pointer()).isEqualTo("/migration/id");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(7);
        assertThat(problem.message()).contains("'id' is there twice");
    }

    @Test
    void whatFollowsTheDocumentIsRefused() {
        assertThat(problem(SMALLEST + SMALLEST, 0).message()).contains("goes on after its end");
        assertThat(problem(SMALLEST + "}", 0).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "{",
                "{\"a\": }",
                "{'a': 1}",
                "{\"a\": 1,}",
                "nul",
                "{\"a\": 01}",
                "{\"a\": \"\\x\"}",
                "// c\n{}",
                "{\"a\": NaN}",
                "{\"\\ud83d\": 1}"
            })
    void faultOfSyntaxIsAProblemWithItsPlace(String document) {
        assertThat(problems(document.getBytes(UTF_8)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isPositive());
    }

    @Test
    void syntaxFaultIsFoundWhereItIs() {
        Problem problem = problem("{\n  \"format\": x\n}", 0);

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isBetween(13, 14);
        assertThat(problem.message())
                .startsWith("the document is not well-formed JSON")
                .doesNotContain("StreamReadFeature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"text\"", "7", "null"})
    void documentIsAnObject(String document) {
        assertThat(problem(document, 0).message()).startsWith("expected an object, found");
    }

    @Test
    void deepDocumentIsRefused() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);

        assertThat(problem(deep, 0).message()).contains("nesting depth");
    }

    @Test
    void longNumberAndHighExponentAreRefused() {
        assertThat(problem(withValue("1".repeat(101)), 0).message()).contains("Number value length");
        assertThat(problem(withValue("1e401"), 0).message()).contains("exponent");
        assertThat(problem(withValue("1e-99999999999999999999"), 0).message()).contains("exponent");
        assertThat(new MigrationReader().read("a", withValue("-1.5E+400")).id()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\""})
    void textThatWouldNotComeBackIsRefused(String json) {
        assertThat(problem(withValue(json), 0).message()).startsWith("a text must");
    }

    @Test
    void surrogatePairIsText() {
        assertThat(new MigrationReader()
                        .read("a", withValue("\"\\ud83d\\ude00\""))
                        .id())
                .isEqualTo("a");
    }

    @Test
    void problemsStandInTheOrderOfTheirPlaces() {
        assertThat(problems(SMALLEST.replace("\"1.0.0\"", "1")
                        .replace("\"a\"", "1")
                        .replace("SELECT 1", "BEGIN")
                        .getBytes(UTF_8)))
                .extracting(Problem::pointer)
                .containsExactly("/migration/id", "/migration/version", "/migration/steps/up/0/sql/universal");
    }

    @Test
    void everyProblemNamesTheFile() {
        InvalidMigrationException invalid = catchThrowableOfType(
                InvalidMigrationException.class, () -> new MigrationReader().read("crm/a.json", "{"));

        assertThat(invalid).hasMessageContaining("crm/a.json:1:");
    }

    @Test
    void dataKeepsEveryKey() {
        Migration migration = new MigrationReader()
                .read(
                        "a",
                        SMALLEST.replace(
                                "\"sql\": {\"universal\": \"SELECT 1\"}",
                                "\"operations\": [{\"createTable\": {\"table\": \"t\", \"comment\": \"kept\", \"x-a\": 1, \"columns\":"
                                        + " [{\"name\": \"c\", \"type\": \"text\", \"comment\": \"kept too\"}]}}]"));
        CreateTable operation = (CreateTable) migration.up().get(0).operations().get(0);

        assertThat(operation.table().comment()).isEqualTo("kept");
        assertThat(operation.table().columns().get(0).comment()).isEqualTo("kept too");
    }

    private static String withValue(String json) {
        return SMALLEST.replace(
                "\"sql\": {\"universal\": \"SELECT 1\"}",
                "\"operations\": [{\"insertRows\": {\"table\": \"t\", \"rows\": [{\"c\": " + json + "}]}}]");
    }

    private static Problem problem(String document, int number) {
        return problems(document.getBytes(UTF_8)).get(number);
    }

    private static List<Problem> problems(byte[] document) {
        InvalidMigrationException invalid =
                catchThrowableOfType(InvalidMigrationException.class, () -> new MigrationReader().read("a", document));
        assertThat(invalid).as("nothing was found").isNotNull();
        return invalid.problems();
    }
}
