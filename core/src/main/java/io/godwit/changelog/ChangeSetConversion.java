package io.godwit.changelog;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.failure.GodwitException;
import io.godwit.migration.Step;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlStatements;
import io.godwit.plan.PluginDefinitions;
import io.godwit.plan.Rendering;
import io.godwit.plan.StepRenderer;
import io.godwit.plan.StepScripts;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.StopChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.core.MySQLDatabase;
import liquibase.exception.SetupException;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.sql.visitor.AppendSqlVisitor;
import liquibase.sql.visitor.SqlVisitor;
import org.jspecify.annotations.Nullable;

/** Converts change sets for one engine, in their order: what one makes, the next one knows. For one thread. */
final class ChangeSetConversion {

    /** Of a refusal that tells why a change stays SQL. */
    private static final int MOST_LINES = 3;

    private final Rendering rendering;
    private final Database database;
    private final ChangeConversion changes;
    private final RenderedChange rendered;
    private final ConvertedCondition conditions;
    private final ExecutedSets executed = new ExecutedSets();
    private SchemaState state;
    private final PluginDefinitions definitions = new PluginDefinitions();
    private final List<String> notes = new ArrayList<>();

    ChangeSetConversion(Rendering rendering, Database database, ConvertedTypes types) {
        this.rendering = rendering;
        this.database = database;
        ConvertedNames names = new ConvertedNames(database);
        this.changes = new ChangeConversion(new ConvertedColumns(names, types, new ConvertedValues(database, names)));
        this.rendered = new RenderedChange(database);
        this.conditions = new ConvertedCondition(rendering.dialect(), names, executed);
        this.state = new SchemaState(new UnknownSchema(), rendering.dialect());
    }

    String engine() {
        return rendering.dialect().engine();
    }

    /** The names that it answers to in a document. */
    List<String> keys() {
        return rendering.dialect().keys();
    }

    /** What people should know of the change set that was converted last. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Whether the engine runs it at all. */
    boolean isFor(ChangeSet set) {
        return DatabaseList.definitionMatches(set.getDbmsSet(), database, true) && !set.isIgnore();
    }

    /**
     * The change set.
     *
     * @param plain whether every change becomes the engine's own SQL
     * @throws UnconvertedException if a change has no form, with which
     */
    ConvertedSet convert(ChangeSet set, boolean plain) {
        notes.clear();
        executed.begin(set);
        database.setObjectQuotingStrategy(set.getObjectQuotingStrategy());
        List<ConvertedChange> up = converted(set, set.getChanges(), plain);
        List<ConvertedChange> down = null;
        if (set.getRollback() != null && !set.getRollback().getChanges().isEmpty()) {
            down = downOf(set, plain);
        }
        String condition = condition(set);
        executed.converted(set, condition);
        return new ConvertedSet(up, down, condition);
    }

    /** It changes nothing that the next change set knows. */
    private List<ConvertedChange> downOf(ChangeSet set, boolean plain) {
        SchemaState before = state;
        state = new SchemaState(before, rendering.dialect());
        try {
            return converted(set, set.getRollback().getChanges(), plain);
        } finally {
            state = before;
        }
    }

    private List<ConvertedChange> converted(ChangeSet set, List<Change> all, boolean plain) {
        List<ConvertedChange> converted = new ArrayList<>();
        for (Change change : all) {
            if (change instanceof StopChange stop) {
                throw new UnconvertedException("stop: " + stop.getMessage());
            }
            boolean nothing = change instanceof TagDatabaseChange
                    || change instanceof EmptyChange
                    || change instanceof OutputChange;
            if (!nothing) {
                finish(change);
                converted.add(applies(change) ? converted(change, set, plain) : ConvertedChange.ofSql(List.of()));
            }
        }
        return converted;
    }

    private static void finish(Change change) {
        try {
            change.finishInitialization();
        } catch (SetupException failure) {
            throw new UnconvertedException(LiquibaseWords.of(failure));
        }
    }

    private boolean applies(Change change) {
        return !(change instanceof DbmsTargetedChange only)
                || DatabaseList.definitionMatches(only.getDbms(), database, true);
    }

    private ConvertedChange converted(Change change, ChangeSet set, boolean plain) {
        RenderedChange.refusePrograms(change);
        boolean sql = change instanceof AbstractSQLChange;
        if (!plain && !sql) {
            try {
                refuseVisitors(set);
                List<Operation> operations = served(restated(changes.operations(change), change, set));
                check(operations);
                return ConvertedChange.of(operations);
            } catch (UnconvertedException | GodwitException | IllegalArgumentException noForm) {
                notes.add(change.getSerializedObjectName() + " stays SQL of " + engine() + ": " + words(noForm));
            }
        }
        List<String> statements = rendered.statements(change, set);
        if (statements.isEmpty()) {
            notes.add(change.getSerializedObjectName() + " does nothing on " + engine() + ", as Liquibase has it");
        }
        if (!plain && sql && ((AbstractSQLChange) change).getDbms() == null && set.getDbmsSet() == null) {
            EngineSql universal =
                    new EngineSql(Map.of(EngineSql.UNIVERSAL, new SqlStatements(statements, Position.NONE)));
            if (isUniversal(universal)) {
                return ConvertedChange.of(List.of(new Sql(universal)));
            }
        }
        return ConvertedChange.ofSql(statements);
    }

    private static String words(RuntimeException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .limit(MOST_LINES)
                .collect(Collectors.joining(" "));
    }

    private boolean isUniversal(EngineSql universal) {
        try {
            check(List.of(new Sql(universal)));
            return true;
        } catch (GodwitException | IllegalArgumentException another) {
            return false;
        }
    }

    /** Renders operations, and goes on from what they leave. */
    private void check(List<Operation> operations) {
        SchemaState after = new SchemaState(state, rendering.dialect());
        StepScripts scripts = new StepRenderer(rendering, "conversion")
                .open(Step.of("changes", operations), 0, after, definitions.copy(), new ArrayList<>());
        List<Operation> done = new ArrayList<>();
        while (scripts.hasNext()) {
            done.addAll(scripts.next().operations());
        }
        done.forEach(state::apply);
    }

    /** What is appended to a statement has no form; that a table is InnoDB's is so anyway. */
    private void refuseVisitors(ChangeSet set) {
        for (SqlVisitor visitor : set.getSqlVisitors()) {
            boolean usual = visitor instanceof AppendSqlVisitor append
                    && append.getValue().matches("(?is)\\s*engine\\s*=?\\s*innodb\\s*;?\\s*");
            if (rendered.applies(visitor) && !usual) {
                throw new UnconvertedException("modifySql changes its statements");
            }
        }
    }

    /** Where Liquibase restates a column and leaves out what it does not know, the column loses that. */
    private List<Operation> restated(List<Operation> operations, Change change, ChangeSet set) {
        RestatedColumn restated = RestatedColumn.of(operations);
        if (restated == null || !restates(change, set)) {
            return operations;
        }
        List<Operation> all = new ArrayList<>(operations);
        state.table(restated.table())
                .flatMap(table -> table.column(restated.before())
                        .filter(column -> table.primaryKey() == null
                                || !table.primaryKey().columns().contains(column.name())))
                .ifPresent(column -> {
                    if (!column.nullable() && restated.losesNotNull()) {
                        all.add(new DropNotNull(restated.table(), restated.after()));
                    }
                    if (column.defaultValue() != null) {
                        all.add(new DropDefault(restated.table(), restated.after()));
                    }
                });
        if (all.size() > operations.size()) {
            notes.add(change.getSerializedObjectName() + " takes NOT NULL or the default of column " + restated.after()
                    + " along, as Liquibase's own statement does on " + engine());
        }
        return all;
    }

    /** An index that is called as a foreign key on its columns is the one that the engine keeps for the key: it is there already. */
    private List<Operation> served(List<Operation> operations) {
        if (!(database instanceof MySQLDatabase)) {
            return operations;
        }
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof AddForeignKey key && hasIndexOfItsName(key)) {
                all.add(new DropIndex(
                        key.table(), Objects.requireNonNull(key.key().name()), false, false));
            }
            if (!(operation instanceof CreateIndex index && isKeys(index))) {
                all.add(operation);
            }
        }
        return all;
    }

    /** The engine calls the index that it keeps for a key like the key: the key brings it along. */
    private boolean hasIndexOfItsName(AddForeignKey operation) {
        return state.table(operation.table()).stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(index -> !index.unique()
                        && index.name() != null
                        && index.name().equals(operation.key().name())
                        && operation
                                .key()
                                .columns()
                                .equals(index.columns().stream()
                                        .map(IndexColumn::name)
                                        .toList()));
    }

    private boolean isKeys(CreateIndex operation) {
        Index index = operation.index();
        boolean keys = !index.unique()
                && state.table(operation.table()).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .anyMatch(key -> Objects.equals(key.name(), index.name())
                                && key.columns()
                                        .equals(index.columns().stream()
                                                .map(IndexColumn::name)
                                                .toList()));
        if (keys) {
            notes.add("createIndex " + index.name() + " is the index that " + engine()
                    + " keeps for the foreign key of that name");
        }
        return keys;
    }

    private boolean restates(Change change, ChangeSet set) {
        try {
            return rendered.statements(change, set).stream()
                    .anyMatch(sql -> sql.matches("(?is)ALTER\\s+TABLE\\s+\\S+\\s+(MODIFY|CHANGE)\\s.*"));
        } catch (UnconvertedException unknown) {
            return false;
        }
    }

    private @Nullable String condition(ChangeSet set) {
        PreconditionContainer container = set.getPreconditions();
        if (container == null
                || container.getNestedPreconditions().isEmpty()
                || container.getOnFail() == PreconditionContainer.FailOption.WARN) {
            return null;
        }
        String condition = conditions.of(container);
        return condition.equals(ConvertedCondition.TRUE) ? null : ConvertedCondition.select(condition);
    }
}
