package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only these engines can say of a table, and somebody else said: a change of something else leaves it as it is. */
class LegacyColumnTest {

    private static final TableName CITY = TableName.of("city");

    private static final String COLUMNS =
            "SELECT column_name, column_type, collation_name, is_nullable, column_default, extra"
                    + " FROM information_schema.columns WHERE table_schema = database() AND table_name = 'city'"
                    + " ORDER BY column_name";

    private static final String INDEXES =
            "SELECT index_name, column_name, sub_part, non_unique, index_type FROM information_schema.statistics"
                    + " WHERE table_schema = database() AND table_name = 'city' ORDER BY index_name, seq_in_index";

    private static Workbench city(EveryServer server) {
        Workbench bench = new Workbench(server.create());
        bench.execute("""
                CREATE TABLE city (
                  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  note TEXT CHARACTER SET latin1,
                  letters TEXT,
                  kind ENUM('a', 'it''s') CHARACTER SET latin1 COLLATE latin1_bin,
                  size VARCHAR(20),
                  place POINT NOT NULL,
                  made DATETIME DEFAULT CURRENT_TIMESTAMP,
                  seen TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                  KEY start (size(5)), UNIQUE KEY both_starts (size(7), id), SPATIAL KEY places (place)
                ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci""");
        bench.execute("INSERT INTO city (size, place, seen) VALUES ('7', ST_GeomFromText('POINT(1 1)'), '2020-01-01')");
        return bench;
    }

    private static void thereAndBack(Workbench bench, Operation operation) {
        List<String> columns = bench.rowsOf(COLUMNS);
        List<String> indexes = bench.rowsOf(INDEXES);
        bench.apply(operation);
        assertThat(bench.undoLast()).as(operation.toString()).isEmpty();
        assertThat(bench.rowsOf(COLUMNS)).as(operation.toString()).isEqualTo(columns);
        assertThat(bench.rowsOf(INDEXES)).as(operation.toString()).isEqualTo(indexes);
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void commentLeavesEverythingElseAsItWas(EveryServer server) {
        try (Workbench bench = city(server)) {
            for (String column : List.of("id", "note", "letters", "kind", "size", "place", "made", "seen")) {
                thereAndBack(bench, new CommentOn(CITY, Name.of(column), "words"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void droppedDefaultsIndexesAndColumnsComeBack(EveryServer server) {
        try (Workbench bench = city(server)) {
            thereAndBack(bench, new DropDefault(CITY, Name.of("made")));
            thereAndBack(bench, new DropDefault(CITY, Name.of("seen")));
            thereAndBack(bench, new DropIndex(CITY, Name.of("start"), true, false));
            thereAndBack(bench, new DropIndex(CITY, Name.of("both_starts"), false, false));
            thereAndBack(bench, new DropIndex(CITY, Name.of("places"), false, false));
            thereAndBack(bench, new DropColumn(CITY, Name.of("size"), false));
            thereAndBack(bench, new DropTable(CITY, false, false));
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void otherTypeOfAColumnTouchesNoOtherColumnAndFiresNoTrigger(EveryServer server) {
        try (Workbench bench = city(server)) {
            bench.execute("CREATE TRIGGER letters BEFORE UPDATE ON city FOR EACH ROW SET NEW.letters = 'fired'");
            bench.apply(new ChangeType(CITY, Name.of("size"), SimpleType.INTEGER, null));
            bench.apply(new ChangeType(CITY, Name.of("made"), ColumnType.parse("text"), null));
            assertThat(bench.rowsOf("SELECT size, letters, extract(year FROM seen) FROM city"))
                    .containsExactly("7, NULL, 2020");
            bench.execute("UPDATE city SET size = 8");
            assertThat(bench.rowsOf("SELECT size, letters FROM city WHERE seen > '2020-02-02'"))
                    .containsExactly("8, fired");
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void viewThatFollowsARenamedColumnKeepsWhoseRightsItReadsWith(EveryServer server) {
        try (Workbench bench = city(server)) {
            bench.execute("CREATE DEFINER = `nobody`@`%` SQL SECURITY INVOKER VIEW sizes AS SELECT id, size FROM city"
                    + " WHERE id > 0 WITH LOCAL CHECK OPTION");
            String rights = "SELECT definer, security_type, check_option FROM information_schema.views"
                    + " WHERE table_schema = database()";
            bench.apply(new RenameColumn(CITY, Name.of("size"), Name.of("people")));
            assertThat(bench.rowsOf(rights)).containsExactly("nobody@%, INVOKER, LOCAL");
            assertThat(bench.rowsOf("SELECT size FROM sizes")).containsExactly("7");
            assertThat(bench.undoLast()).isEmpty();
            assertThat(bench.rowsOf(rights)).containsExactly("nobody@%, INVOKER, LOCAL");
        }
    }
}
