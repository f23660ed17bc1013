package io.godwit.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.migration.FileFormat;
import io.godwit.schema.SimpleType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of rows: every value as it stands in the file, or all that is wrong with it. */
class RowFileTest {

    private static final String PROJECTS = """
            {'version': 3, 'projects': [
              {'id': 1, 'workflows': [
                 {'name': 'a', 'tasks': [{'id': 11, 'title': 'x', 'at': {'town': 'Bern', 'geo': {'lat': 46.9500}}}, {'id': 12}]},
                 {'name': 'b', 'tasks': []}, {'name': 'none'}], 'title': 'late'},
              {'id': 2, 'workflows': [{'tasks': [{'id': 21, 'name': 'own'}], 'name': 'c'}], 'title': null}]}""";

    @Test
    void rowsOfNestedListsSeeWhatIsAroundThemWhereverItStands() throws IOException {
        assertThat(GivenFile.json("/projects/workflows/tasks", PROJECTS)
                        .rows(
                                "id",
                                "projects.id",
                                "projects.title",
                                "workflows.name",
                                "workflows#",
                                "tasks#",
                                ".version"))
                .containsExactly("11|1|late|a|1|1|3", "12|1|late|a|1|2|3", "21|2|null|c|1|1|3");
    }

    @Test
    void ownFieldsComeFirstAndDottedPathsReachIn() throws IOException {
        assertThat(GivenFile.json("/projects/workflows/tasks", PROJECTS)
                        .rows("name", "at.town", "at.geo.lat", "at.geo", "at.none", "tasks.id"))
                .containsExactly(
                        "null|Bern|46.9500|{\"lat\":46.9500}|null|11",
                        "null|null|null|null|null|12",
                        "own|null|null|null|null|21");
    }

    @Test
    void indexesMembersAndPlainValuesAreRowsToo() throws IOException {
        assertThat(GivenFile.json("/projects/1/workflows", PROJECTS).rows("name", "projects.id"))
                .containsExactly("c|2");
        assertThat(GivenFile.json(
                                "/users/*", "{'users': {'ann': {'age': 7}, 'bob': {'age': 8, 'key': 'own'}, 'cy': 9}}")
                        .rows("key", "age", "value", "users#"))
                .containsExactly("ann|7|null|1", "own|8|null|2", "cy|null|9|3");
        assertThat(GivenFile.json("/tags", "[{'id': 1, 'tags': ['a', 'b']}, {'id': 2, 'tags': ['c']}]")
                        .rows(".id", "value", "tags#"))
                .containsExactly("1|a|1", "1|b|2", "2|c|1");
        assertThat(GivenFile.json("", "{'a': 1}").rows("a")).containsExactly("1");
    }

    @Test
    void digitsOfNumbersAndTextsAreKept() throws IOException {
        String line =
                "{\"n\": 12345678901234567890.1234567890, \"t\": \"a\\u0001\\n😀\", \"l\": [1.10, {\"a\": null}]}";
        assertThat(GivenFile.of(FileFormat.JSONL, line + "\r\n\n" + line).rows("n", "t", "l"))
                .hasSize(2)
                .containsOnly("12345678901234567890.1234567890|a\u0001\n😀|[1.10,{\"a\":null}]");
    }

    @Test
    void fieldsOfCsvKeepLineEndsAndTellNothingFromAnEmptyText() throws IOException {
        String csv = "id,name,note\r\n1,\"Ann \"\"A\"\"\",\"two\nlines, one field\"\r\n2,,\"\"\r\n\r\n3,x,";
        GivenFile file = GivenFile.of(FileFormat.CSV, csv);
        assertThat(file.rows("id", "name", "note"))
                .containsExactly("1|Ann \"A\"|two\nlines, one field", "2|null|", "3|x|null");
        assertThat(file.gzipped().rows("id")).containsExactly("1", "2", "3");
        assertThat(file.file().profile().fields())
                .extracting(FieldProfile::values)
                .containsExactly(3L, 2L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void markTellsTheEncoding(String encoding) throws IOException {
        byte[] bytes = "\ufeffname\nZürich 😀\n".getBytes(Charset.forName(encoding));
        assertThat(new GivenFile(bytes, FileFormat.CSV, null, null).rows("name"))
                .containsExactly("Zürich 😀");
        assertThat(new GivenFile(bytes, FileFormat.CSV, null, StandardCharsets.ISO_8859_1)
                        .gzipped()
                        .rows("name"))
                .containsExactly("Zürich 😀");
    }

    @Test
    void encodingIsAsToldOrTheFileIsRefused() throws IOException {
        byte[] latin = "name\nZürich\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new GivenFile(latin, FileFormat.CSV, null, StandardCharsets.ISO_8859_1).rows("name"))
                .containsExactly("Zürich");
        assertThatThrownBy(() -> new GivenFile(latin, FileFormat.CSV, null, null).rows("name"))
                .isInstanceOf(RowFileException.class)
                .hasMessageContaining("no text in its encoding");
    }

    @Test
    void fieldsStandApartByWhatTheDocumentSays() throws IOException {
        GivenFile file = GivenFile.of(FileFormat.CSV, "id;name\n1;\"A;B\"\n2;a,b\n");

        assertThat(file.delimited(';').rows("id", "name")).containsExactly("1|A;B", "2|a,b");
        assertThatThrownBy(() -> GivenFile.of(FileFormat.CSV, "id;name\n1;2;3\n")
                        .delimited(';')
                        .rows("id"))
                .hasMessageContaining("a field with ';', a quote");
    }

    @Test
    void firstRowsOfALongFileAreLookedAtAlone() throws IOException {
        GivenFile file = GivenFile.of(FileFormat.JSONL, "{\"a\": 1}\n{\"b\": 2}\nbroken\n");

        FileProfile first = file.file().glance(2);
        assertThat(first.rows()).isEqualTo(2);
        assertThat(first.sha256()).isEmpty();
        assertThat(first.fields().stream().map(FieldProfile::name)).containsExactly("a", "b");
        assertThatThrownBy(() -> file.file().glance(3)).hasMessageContaining("row 3 (line 3)");
        assertThatThrownBy(() -> file.file("0".repeat(64)).glance(1))
                .hasMessageContaining("not the file that was meant");
    }

    @Test
    void profileTellsWhatFieldsHold() throws IOException {
        RowFile file = GivenFile.of(FileFormat.CSV, "a,b,c,d,e\n1,1.5,true,x,\n-20,100.25,false,yyy,\n300,7,true,1,\n")
                .file();
        assertThat(file.profile().rows()).isEqualTo(3);
        assertThat(file.profile().fields().stream().map(FieldProfile::content))
                .containsExactly(
                        FieldProfile.Content.INTEGERS,
                        FieldProfile.Content.DECIMALS,
                        FieldProfile.Content.BOOLEANS,
                        FieldProfile.Content.TEXT,
                        FieldProfile.Content.NOTHING);
        FieldProfile integers = file.profile().fields().get(0);
        assertThat(integers.least()).isEqualTo("-20");
        assertThat(integers.most()).isEqualTo("300");
        FieldProfile decimals = file.profile().fields().get(1);
        assertThat(List.of(decimals.precision(), decimals.scale())).containsExactly(5, 2);
        assertThat(file.profile().fields().get(3).longest()).isEqualTo(3);
    }

    @Test
    void anotherFileThanTheOneThatWasMeantIsRefused() throws IOException {
        GivenFile given = GivenFile.of(FileFormat.CSV, "a\n1\n");
        String sha256 = given.file().profile().sha256();
        assertThat(given.file(sha256).profile().rows()).isEqualTo(1);
        assertThatThrownBy(() ->
                        GivenFile.of(FileFormat.CSV, "a\n2\n").file(sha256).profile())
                .hasMessageContaining("data/people: it is not the file that was meant: its sha256 is ");
    }

    @Test
    void faultsOfTwentyRowsAreToldAtOnce() {
        String lines = "{\"a\": 1}\n" + "{\"a\" 1}\n".repeat(30);
        RowFileException refused = catchThrowableOfType(
                RowFileException.class,
                () -> GivenFile.of(FileFormat.JSONL, lines).file().profile());
        assertThat(refused.faults()).hasSize(20);
        assertThat(refused).hasMessageStartingWith("data/people, row 2 (line 2): this is not well-formed JSON: ");
    }

    @Test
    void valuesThatDoNotFitAreToldWithRowLineAndField() throws IOException {
        RowFile file = GivenFile.of(FileFormat.CSV, "id,born\n\"1\",\"\n\"\n2,31.02.2020\nx,2020-02-29\n")
                .file();
        file.profile();
        assertThatThrownBy(() -> {
                    RowFaults faults = new RowFaults("data/people");
                    file.read(
                            row -> {
                                row.value("id", SimpleType.INTEGER, faults);
                                row.value("born", SimpleType.DATE, faults);
                            },
                            faults);
                })
                .isInstanceOf(RowFileException.class)
                .hasMessageContaining(
                        "data/people, row 2 (line 4), field 'born': '31.02.2020' is no date; write 2020-02-29")
                .hasMessageContaining("data/people, row 3 (line 5), field 'id': 'x' is no number; write 42 or -1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,a\n1,2\n", "a,\n1,2\n", "", "a,b\n1\n", "a,b\n1,2,3\n", "a\n\"open", "a\n\"x\" y\n"})
    void csvThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> GivenFile.of(FileFormat.CSV, text).file().profile())
                .isInstanceOf(RowFileException.class);
    }

    @Test
    void hostileJsonIsRefused() {
        for (String text : List.of(
                "{'a': 1, 'a': 2}",
                "[{'b': {'a': 1, 'a': 2}}]",
                "[".repeat(200) + "]".repeat(200),
                "{'a': 1" + "0".repeat(2000) + "}",
                "{'a': 1} {'a': 2}",
                "{'a': NaN}",
                "{'a'",
                "")) {
            assertThatThrownBy(() -> GivenFile.json("", text).file().profile())
                    .as(text)
                    .isInstanceOf(RowFileException.class);
        }
        assertThatThrownBy(() -> GivenFile.json("/b/c", "{'a': [1]}").file().profile())
                .hasMessageContaining("the pointer /b/c leads nowhere in it");
    }

    @Test
    void damagedGzipIsRefused() {
        byte[] whole = GivenFile.of(FileFormat.CSV, "a\n" + "1234567\n".repeat(10_000))
                .gzipped()
                .bytes();
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;
        for (byte[] bytes : List.of(cut, damaged)) {
            assertThatThrownBy(() -> new GivenFile(bytes, FileFormat.CSV, null, null)
                            .file()
                            .profile())
                    .isInstanceOf(RowFileException.class);
        }
    }

    @Test
    void fileThatChangedBetweenTheReadingsIsRefused() throws IOException, SQLException {
        byte[] bytes = "a\n1\n".getBytes(StandardCharsets.UTF_8);
        RowFile file = new GivenFile(bytes, FileFormat.CSV, null, null).file();
        file.profile();
        bytes[2] = '2';
        assertThatThrownBy(() -> file.read(row -> {}, new RowFaults("data/people")))
                .hasMessageContaining("it changed while it was read");
    }
}
