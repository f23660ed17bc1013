package io.godwit.plan.risk;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.List;

/** The tables that are there before a test's plan. */
final class RiskTables {

    static final Table CITY = Table.of(
                    TableName.of("city"),
                    List.of(Column.of("id", SimpleType.INTEGER).notNull(), Column.of("name", SimpleType.TEXT)))
            .withPrimaryKey(PrimaryKey.of(List.of(Name.of("id"))));

    static final Table PERSON = Table.of(
                    TableName.of("person"),
                    List.of(
                            Column.of("id", SimpleType.BIGINT).notNull(),
                            Column.of("name", ColumnType.parse("varchar(50)")),
                            Column.of("age", SimpleType.INTEGER).notNull(),
                            Column.of("kind", ColumnType.parse("enum('a','b')")),
                            Column.of("city_id", SimpleType.INTEGER),
                            Column.of("price", ColumnType.parse("decimal(10,2)"))))
            .withForeignKeys(List.of(new ForeignKey(
                    Name.of("fk_city"),
                    List.of(Name.of("city_id")),
                    CITY.name(),
                    List.of(Name.of("id")),
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION)))
            .withUniques(List.of(new UniqueKey(Name.of("uq_name"), List.of(Name.of("name")))));

    private RiskTables() {}
}
