package io.godwit.plan.risk;

import io.godwit.plan.Severity;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.util.List;

/**
 * A question to the data, in universal SQL. Immutable.
 *
 * @param sql one SELECT of one number: what stands against the change
 * @param tables the tables that it reads
 * @param found how much the risk matters if something stands against it
 * @param clear how much if nothing does
 */
record Question(String sql, List<TableName> tables, Severity found, Severity clear) {

    Question {
        tables = List.copyOf(tables);
    }

    /** The rows of a table that would make the change fail. */
    static Question failing(TableName table, String where) {
        return failing(List.of(table), "select count(*) from " + QuotedName.of(table) + " where " + where);
    }

    /** A query that counts what would make the change fail. */
    static Question failing(List<TableName> tables, String sql) {
        return new Question(sql, tables, Severity.CRITICAL, Severity.LOW);
    }

    /** The rows whose values would be lost. */
    static Question losing(TableName table, String where) {
        String sql = "select count(*) from " + QuotedName.of(table) + (where.isEmpty() ? "" : " where " + where);
        return new Question(sql, List.of(table), Severity.HIGH, Severity.LOW);
    }
}
