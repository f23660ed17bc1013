package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.Column;
import io.godwit.schema.SimpleType;
import org.junit.jupiter.api.Test;

class MsSqlLoaderTest {

    private final MsSqlLoader loader = new MsSqlLoader(new MsSqlSyntax(MsSqlVersion.OLDEST));

    @Test
    void identitiesTakeTheValuesThatTheyAreGiven() {
        assertThat(loader.insert("[it's]", "[id]"))
                .isEqualTo(
                        "IF OBJECTPROPERTY(OBJECT_ID(N'[it''s]'), 'TableHasIdentity') = 1 SET IDENTITY_INSERT [it's] ON;"
                                + " INSERT INTO [it's] ([id])");
    }

    @Test
    void uuidsAreInLowerCase() {
        assertThat(loader.exact(Column.of("id", SimpleType.UUID), "[id]")).isEqualTo("LOWER(CONVERT(char(36), [id]))");
        assertThat(loader.exact(Column.of("id", SimpleType.TEXT), "[id]")).isEqualTo("[id]");
    }
}
