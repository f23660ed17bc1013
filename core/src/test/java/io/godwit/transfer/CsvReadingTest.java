package io.godwit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.archive.RowFileFormat;
import io.godwit.schema.Column;
import io.godwit.schema.SimpleType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReadingTest {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", SimpleType.INTEGER),
            Column.of("words", SimpleType.TEXT),
            Column.of("data", SimpleType.BYTES),
            Column.of("truth", SimpleType.BOOLEAN));

    private static List<String> read(String csv) throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        long count = RowSource.of(RowFileFormat.CSV, COLUMNS)
                .read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        row -> rows.add(Arrays.deepToString(row)));
        assertThat(count).isEqualTo(rows.size());
        return rows;
    }

    @Test
    void whatIsQuotedIsATextAndWhatIsNotThereIsNull() throws IOException, SQLException {
        assertThat(read("id,words,data,truth\r\n1,\"\",\"\",true\r\n,,,\n2,\"a\r\nb,\"\"c\",AP8=,2"))
                .containsExactly("[1, , [], true]", "[null, null, null, null]", "[2, a\r\nb,\"c, [0, -1], 2]");
        assertThat(read("id,words,data,truth\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|not even a header",
                "id,words|its header is [id, words]",
                "id,words,truth,data|its header is",
                "id,words,data,truth;1,a|line 2 has 2 of 4 values",
                "id,words,data,truth;1,a,,true,x|line 2 has 5 of 4 values",
                "id,words,data,truth;1,a,*,true|not Base64",
                "id,words,data,truth;1,\"a|not well-formed",
            })
    void whatNoExportWritesIsRefused(String csv, String words) {
        assertThatThrownBy(() -> read(csv.replace(";", "\r\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
    }
}
