package io.godwit.universal;

import io.godwit.schema.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that reads or writes rows. */
sealed interface StatementTree {

    /** A SELECT by itself. */
    record Query(QueryTree query) implements StatementTree {}

    /** INSERT; {@code query} is null for DEFAULT VALUES. */
    record Insert(
            With with,
            QueryTree.Table target,
            List<Name> columns,
            @Nullable String overriding,
            @Nullable QueryTree query,
            @Nullable Conflict conflict,
            List<QueryTree.Item> returning)
            implements StatementTree {}

    /** UPDATE; {@code where} is null for all rows. */
    record Update(
            With with,
            QueryTree.Table target,
            List<Assignment> assignments,
            List<QueryTree.Relation> from,
            @Nullable Node where,
            List<QueryTree.Item> returning)
            implements StatementTree {}

    /** DELETE; {@code where} is null for all rows. */
    record Delete(
            With with,
            QueryTree.Table target,
            List<QueryTree.Relation> using,
            @Nullable Node where,
            List<QueryTree.Item> returning)
            implements StatementTree {}

    /** WITH before a statement that writes. */
    record With(int at, boolean recursive, List<QueryTree.CommonTable> tables) {}

    /** {@code a = …}, or {@code (a, b) = …}. */
    record Assignment(int at, List<Name> columns, Node value) {}

    /** ON CONFLICT; no assignments for DO NOTHING. */
    record Conflict(
            int at,
            List<Node.Sorting> target,
            @Nullable Node targetWhere,
            @Nullable Name constraint,
            List<Assignment> assignments,
            @Nullable Node where) {}
}
