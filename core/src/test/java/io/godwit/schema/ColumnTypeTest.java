package io.godwit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnTypeTest {

    @ParameterizedTest
    @EnumSource(SimpleType.class)
    void simpleTypeReadsItsOwnName(SimpleType type) {
        assertThat(ColumnType.parse(type.toString())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INT                          | integer
            timestamp  with time zone    | timestamptz
            jsonb                        | json
            VarChar( 200 )               | varchar(200)
            character varying(5)         | varchar(5)
            numeric(12, 2)               | decimal(12,2)
            decimal(5)                   | decimal(5,0)
            text[]                       | array(text)
            array(varchar(20))           | array(varchar(20))
            vector(1536)                 | vector(1536)
            character(2)                 | char(2)
            timestamp(3)                 | timestamp(3)
            timestamptz(0)               | timestamptz(0)
            time(6)                      | time
            enum('new', done)            | enum('new','done')
            enum('a,b','it''s',')')      | enum('a,b','it''s',')')
            """)
    void writtenFormIsReadBack(String text, String written) {
        ColumnType type = ColumnType.parse(text);

        assertThat(type).hasToString(written);
        assertThat(ColumnType.parse(written)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            varchar          | needs a length
            varchar(0)       | between 1 and 65535
            varchar(x)       | not a whole number
            varchar(1,2)     | too many parameters
            varchar(5        | closing bracket
            decimal(39,2)    | between 1 and 38
            decimal(5,6)     | between 0 and its precision
            datetime         | write timestamp
            serial           | identity
            tinyint          | smallint or boolean
            array(array(text)) | an array cannot hold
            enum()           | single quotes
            enum('a','a')    | must differ
            enum('a' 'b')    | lacks a comma
            enum('a'b)       | lacks a comma
            vector(0)        | between 1 and 16000
            char             | needs a length
            timestamp(7)     | 0 to 6 digits
            geography        | portable types are
            """)
    void refusalSaysWhatToWrite(String text, String message) {
        assertThatThrownBy(() -> ColumnType.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void enumKeepsTheOrderOfItsValues() {
        assertThat(ColumnType.parse("enum('b','a')")).isEqualTo(new EnumType(List.of("b", "a")));
    }
}
