package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.StandardRenderer;
import io.godwit.dialect.Statement;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.Grant;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.schema.Column;
import io.godwit.schema.Generated;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.VectorType;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders PostgreSQL's DDL; holds only what differs from {@link StandardRenderer}. */
final class PostgresRenderer extends StandardRenderer {

    private final PostgresVersion version;

    PostgresRenderer(Dialect dialect, RenderContext context, PostgresVersion version) {
        super(dialect, context);
        this.version = version;
    }

    @Override
    protected PostgresText text() {
        return new PostgresText(dialect(), context(), version);
    }

    @Override
    protected RowStatements rows() {
        return new PostgresRows(dialect(), context(), text());
    }

    // Tables and columns.

    @Override
    public List<Statement> visit(CreateTable operation) {
        Table table = operation.table().normalised(dialect().naming());
        Optional<PostgresPartitions> partitions = partitions(table);
        partitions.ifPresent(PostgresPartitions::check);
        table.columns().forEach(this::noteVector);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(text().createTable(table, operation.ifNotExists())));
        partitions.ifPresent(made -> statements.addAll(made.create(operation.ifNotExists())));
        PostgresIndexes indexes = new PostgresIndexes(dialect(), text(), table);
        table.indexes().forEach(index -> statements.addAll(indexes.create(index, false, operation.ifNotExists())));
        table.triggers()
                .forEach(trigger -> statements.addAll(trigger(trigger, table).create()));
        table.others().forEach(other -> statements.add(Statement.of(other.sql())));
        String comment = table.comment();
        if (comment != null) {
            statements.addAll(visit(new CommentOn(table.name(), null, comment)));
        }
        table.columns().forEach(column -> statements.addAll(comment(table.name(), column)));
        return statements;
    }

    /** The functions of its triggers go with it. */
    @Override
    public List<Statement> visit(DropTable operation) {
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        known(operation.table())
                .ifPresent(table -> table.triggers()
                        .forEach(trigger ->
                                statements.add(trigger(trigger, table).dropFunction())));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        known(operation.from())
                .ifPresent(table -> statements.addAll(
                        new PostgresRename(dialect(), text(), table, this::trigger).afterTable(operation)));
        return statements;
    }

    @Override
    public List<Statement> visit(AddColumn operation) {
        noteVector(operation.column());
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        statements.addAll(comment(operation.table(), operation.column()));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        known(operation.table())
                .ifPresent(table -> statements.addAll(
                        new PostgresRename(dialect(), text(), table, this::trigger).afterColumn(operation)));
        return statements;
    }

    @Override
    public List<Statement> visit(ChangeType operation) {
        Column column = known(operation.table())
                .flatMap(table -> table.column(operation.column()))
                .orElse(null);
        known(operation.table()).map(Table::partition).ifPresent(partition -> {
            if (partition.columns().contains(operation.column())) {
                throw refuse(
                        "changeType of " + operation.table() + "." + operation.column(),
                        "partitionBy names it",
                        "a new table, filled from this one");
            }
        });
        known(operation.table()).ifPresent(table -> refuseCalculated(table, operation));
        return aroundViews(operation, Statement.of(new PostgresTypeChange(dialect(), text(), operation, column).sql()));
    }

    /** PostgreSQL retypes no column that a generated one is calculated from. */
    private void refuseCalculated(Table table, ChangeType operation) {
        for (Column column : table.columns()) {
            Generated generated = column.generated();
            if (generated != null && new IdentifierText(generated.expression().text()).mentions(operation.column())) {
                throw refuse(
                        "changeType of " + operation.table() + "." + operation.column(),
                        "the generated column " + column.name() + " is calculated from it",
                        "dropColumn of " + column.name() + " before it, and addColumn after it");
            }
        }
    }

    /** PostgreSQL retypes no column that a view shows, so the view is away meanwhile. */
    private List<Statement> aroundViews(ChangeType operation, Statement change) {
        List<View> views = new DependentViews(context().schema().views()).on(operation.table(), operation.column());
        List<Statement> statements = new ArrayList<>();
        for (View view : views) {
            if (view.materialized()) {
                throw refuse(
                        "changeType of " + operation.table() + "." + operation.column(),
                        "the materialized view " + view.name() + " shows it",
                        "dropView before it, and createView and its indexes after it");
            }
            note("the view " + view.name() + " is dropped and made again");
            statements.add(0, Statement.of("DROP VIEW " + name(view.name())));
        }
        statements.add(change);
        views.forEach(view -> statements.addAll(visit(new CreateView(view, false))));
        return statements;
    }

    // Constraints and indexes.

    @Override
    public List<Statement> visit(AddPrimaryKey operation) {
        known(operation.table())
                .flatMap(this::partitions)
                .ifPresent(partitions -> partitions.checkCovers(
                        "the primary key", operation.key().columns()));
        return super.visit(operation);
    }

    @Override
    public List<Statement> visit(AddUnique operation) {
        known(operation.table())
                .flatMap(this::partitions)
                .ifPresent(partitions -> partitions.checkCovers(
                        "the unique constraint", operation.key().columns()));
        return super.visit(operation);
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        Table table = known(operation.table()).orElse(null);
        return new PostgresIndexes(dialect(), text(), table)
                .create(operation.table(), operation.index(), operation.concurrently(), operation.ifNotExists());
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        if (!operation.concurrently()
                || known(operation.table()).map(Table::partition).isPresent()) {
            return super.visit(operation);
        }
        return List.of(new Statement(
                "DROP INDEX CONCURRENTLY " + (operation.ifExists() ? "IF EXISTS " : "")
                        + name(operation.table().sibling(operation.index())),
                Statement.Mode.OUTSIDE_TRANSACTION));
    }

    // Views.

    @Override
    public List<Statement> visit(CreateView operation) {
        String query =
                context().translator().query(operation.view().query(), context().schema());
        return new PostgresViews(dialect(), text(), context().schema()).create(operation, query);
    }

    @Override
    public List<Statement> visit(RefreshView operation) {
        if (context()
                .schema()
                .view(operation.view())
                .filter(view -> !view.materialized())
                .isPresent()) {
            throw refuse(
                    "refreshView of " + operation.view(),
                    "the view is not materialized",
                    "createView with \"materialized\": true");
        }
        return super.visit(operation);
    }

    // Triggers, sequences, extensions, privileges.

    @Override
    public List<Statement> visit(CreateTrigger operation) {
        return trigger(operation.trigger(), known(operation.trigger().table()).orElse(null))
                .create();
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        List<Statement> statements =
                new ArrayList<>(statement("DROP TRIGGER %s ON %s", name(operation.trigger()), name(operation.table())));
        known(operation.table()).stream()
                .flatMap(table -> table.triggers().stream())
                .filter(trigger -> trigger.name().equals(operation.trigger()))
                .forEach(trigger -> statements.add(trigger(trigger, null).dropFunction()));
        return statements;
    }

    /** The engine's own bounds leave out 0 and less for a rising sequence, and everything above 0 for a falling one. */
    @Override
    public List<Statement> visit(CreateSequence operation) {
        long start = operation.sequence().start();
        boolean rising = operation.sequence().increment() > 0;
        String bound = rising && start < 1 ? " MINVALUE " + start : !rising && start > -1 ? " MAXVALUE " + start : "";
        return List.of(Statement.of(super.visit(operation).get(0).sql() + bound));
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        return statement("CREATE EXTENSION IF NOT EXISTS %s", name(operation.extension()));
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        return statement("DROP EXTENSION %s", name(operation.extension()));
    }

    @Override
    public List<Statement> visit(Grant operation) {
        return statement(
                "GRANT %s ON %s TO %s",
                text().privileges(operation.privileges()), name(operation.on()), role(operation.to()));
    }

    @Override
    public List<Statement> visit(Revoke operation) {
        return statement(
                "REVOKE %s ON %s FROM %s",
                text().privileges(operation.privileges()), name(operation.on()), role(operation.from()));
    }

    /** PUBLIC is a word, not a role: no role can have that name. */
    private String role(Name name) {
        return name.caseless().equals("public") ? "PUBLIC" : name(name);
    }

    private Optional<Table> known(TableName name) {
        return context().schema().table(name);
    }

    private Optional<PostgresPartitions> partitions(Table table) {
        Partition partition = table.partition();
        return partition == null
                ? Optional.empty()
                : Optional.of(new PostgresPartitions(dialect(), text(), table, partition));
    }

    private PostgresTrigger trigger(Trigger trigger, @Nullable Table table) {
        return new PostgresTrigger(dialect(), text(), trigger, table);
    }

    private List<Statement> comment(TableName table, Column column) {
        String comment = column.comment();
        return comment == null ? List.of() : visit(new CommentOn(table, column.name(), comment));
    }

    private void noteVector(Column column) {
        if (column.type() instanceof VectorType) {
            note("column " + column.name()
                    + " needs the extension vector (pgvector): createExtension vector before it");
        }
    }
}
