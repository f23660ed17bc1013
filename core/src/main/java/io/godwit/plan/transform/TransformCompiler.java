package io.godwit.plan.transform;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.CustomTransforms;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldRule;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.OnConflict;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a transform's statements, or says exactly what is wrong with it. For one transform, at one state of the schema. */
public final class TransformCompiler {

    private final Transform transform;
    private final SchemaView schema;
    private final String migration;
    private final String step;
    private final @Nullable Table source;
    private final @Nullable Table target;
    private final CustomTransforms customs;

    /**
     * For one transform.
     *
     * @param stage where the rows of a file are put first; null for other sources
     * @param customs what a custom mapping may name
     */
    public TransformCompiler(
            String migration,
            String step,
            Transform transform,
            SchemaView schema,
            @Nullable Table stage,
            CustomTransforms customs) {
        this.migration = migration;
        this.step = step;
        this.transform = transform;
        this.schema = schema;
        this.customs = customs;
        this.source = transform.source() instanceof TransformSource.FromTable table
                ? schema.table(table.name()).orElse(null)
                : stage;
        this.target = schema.table(transform.target()).orElse(null);
    }

    static boolean isInPlace(Transform transform) {
        return transform.source() instanceof TransformSource.FromTable table
                && table.name().equals(transform.target());
    }

    /**
     * The statements.
     *
     * @throws PlanRefusedException if the transform cannot be meant so
     */
    public TransformSql compile() {
        checkTables();
        transform.mapping().forEach(this::check);
        transform.validation().forEach(this::check);
        SourceKey key = key();
        if (isInPlace(transform)) {
            checkInPlace(key);
        }
        List<MappedValue> values = transform.mapping().stream()
                .map(mapping -> new MappedValue(mapping, source, column(mapping.target())))
                .toList();
        checkConflicts();
        return new TransformSql(transform, from(), source, key, values, unique(), recorded(values), made(key));
    }

    /** Null if nothing is made beside the source. */
    private @Nullable CustomTable made(SourceKey key) {
        List<CustomColumn> columns = CustomColumn.of(transform, target);
        if (columns.isEmpty() || transform.source() instanceof TransformSource.FromFile) {
            return null;
        }
        if (key.isEmpty()) {
            throw refused("a custom transform takes rows by their key, and the source has none; name columns that tell"
                    + " its rows apart by \"key\"");
        }
        PrimaryKey own = source == null ? null : source.primaryKey();
        boolean unique = own != null && own.columns().equals(key.names());
        return new CustomTable(CustomTable.name(migration, step), key, unique, columns);
    }

    private String from() {
        if (transform.source() instanceof TransformSource.FromTable table) {
            return QuotedName.of(table.name());
        }
        if (transform.source() instanceof TransformSource.FromQuery query) {
            return "(" + query.query().text() + "\n)";
        }
        if (source != null) {
            return QuotedName.of(source.name());
        }
        throw refused("the rows of its file are not at hand");
    }

    private void checkTables() {
        if (!schema.complete()) {
            return;
        }
        if (transform.source() instanceof TransformSource.FromTable table
                && source == null
                && schema.view(table.name()).isEmpty()) {
            throw refused("there is no table or view " + table.name() + " to take rows from");
        }
        if (target == null) {
            throw refused("there is no table " + transform.target() + " to put rows into");
        }
    }

    private void check(FieldMapping mapping) {
        if (mapping.transform() instanceof FieldTransform.Custom custom) {
            check(mapping, custom);
        }
        checkColumn(target, mapping.target().text(), "mapped to");
        String from = mapping.source();
        if (from != null) {
            checkColumn(source, from, "taken from");
        }
        try {
            new MappedValue(mapping, source, column(mapping.target())).sql();
        } catch (IllegalArgumentException e) {
            throw refused("the mapping of " + mapping.target() + ": " + e.getMessage());
        }
    }

    private void check(FieldMapping mapping, FieldTransform.Custom custom) {
        String why = customs.whyNot(custom);
        if (!why.isEmpty()) {
            Position place = custom.position();
            throw refused("the mapping of " + mapping.target()
                    + (place.line() > 0
                            ? " (" + place.file() + " " + place.pointer() + ", line " + place.line() + ", column "
                                    + place.column() + ")"
                            : "")
                    + ": " + why);
        }
    }

    private void checkColumn(@Nullable Table table, String name, String how) {
        if (table != null && table.column(Name.of(name)).isEmpty()) {
            String all =
                    table.columns().stream().map(column -> column.name().text()).collect(Collectors.joining(", "));
            throw refused("the column " + name + " that a value is " + how + " is not in table " + table.name()
                    + ", which has " + all);
        }
    }

    private void check(FieldRule rule) {
        FieldMapping mapping = transform.mapping().stream()
                .filter(one -> one.target().equals(rule.field()))
                .findFirst()
                .orElseThrow(() -> refused("a rule is about " + rule.field() + ", which no mapping gives"));
        if (new MappedValue(mapping, source, null).isVolatile()) {
            throw refused("a rule is about " + rule.field() + ", whose value is another one each time it is made");
        }
    }

    private void checkInPlace(SourceKey key) {
        if (key.isEmpty()) {
            throw refused("rows of " + transform.target()
                    + " are changed where they are, and it has no primary key to tell them"
                    + " apart; name one by \"key\"");
        }
        for (SourceKey.Part part : key.columns()) {
            if (transform.mapping().stream()
                    .anyMatch(mapping -> mapping.target().equals(part.name()))) {
                throw refused("rows of " + transform.target() + " are changed where they are, and " + part.name()
                        + " is the key that tells which of them are done");
            }
        }
    }

    private void checkConflicts() {
        if (transform.onConflict() == OnConflict.FAIL || target == null) {
            return;
        }
        if (isInPlace(transform)) {
            throw refused("\"onConflict\" is about new rows, and rows of " + transform.target()
                    + " are changed where they are");
        }
        if (unique().isEmpty() || !mapsKey()) {
            throw refused("\"onConflict\": \"" + transform.onConflict() + "\" finds a row by the primary key of "
                    + transform.target() + ", which the mapping does not give");
        }
    }

    private boolean mapsKey() {
        return unique().stream()
                .allMatch(name -> transform.mapping().stream()
                        .anyMatch(mapping -> mapping.target().equals(name)));
    }

    private List<Name> unique() {
        PrimaryKey key = target == null ? null : target.primaryKey();
        return key == null ? List.of() : key.columns();
    }

    private SourceKey key() {
        PrimaryKey own = source == null ? null : source.primaryKey();
        if (transform.source() instanceof TransformSource.FromFile
                && !transform.key().isEmpty()) {
            throw refused("a file is read in its own order; leave \"key\" out");
        }
        List<Name> names = !transform.key().isEmpty() ? transform.key() : own == null ? List.of() : own.columns();
        if (source != null) {
            names.forEach(name -> checkColumn(source, name.text(), "ordered by"));
        }
        return new SourceKey(names.stream()
                .map(name -> new SourceKey.Part(name, keyType(name)))
                .toList());
    }

    private @Nullable ColumnType keyType(Name name) {
        return source == null ? null : source.column(name).map(Column::type).orElse(null);
    }

    private @Nullable Column column(Name name) {
        return target == null ? null : target.column(name).orElse(null);
    }

    private @Nullable RecordedKeys recorded(List<MappedValue> values) {
        if (target == null || !whyNotRecorded(values).isEmpty()) {
            return null;
        }
        Table table = target;
        List<Column> key =
                unique().stream().map(name -> table.column(name).orElseThrow()).toList();
        return RecordedKeys.of(migration, step, table.name(), key);
    }

    /** Why the rows that it adds cannot be told from others afterwards; empty if they can. */
    public String whyNotRecorded() {
        return whyNotRecorded(transform.mapping().stream()
                .map(mapping -> new MappedValue(mapping, source, null))
                .toList());
    }

    private String whyNotRecorded(List<MappedValue> values) {
        if (isInPlace(transform)) {
            return "the rows of " + transform.target() + " are changed where they are, and what they were is not kept";
        }
        if (transform.onConflict() == OnConflict.UPDATE) {
            return "rows of " + transform.target() + " that are there already are overwritten";
        }
        if (unique().isEmpty()) {
            return transform.target() + " has no primary key to tell the new rows by";
        }
        if (!mapsKey()
                || values.stream()
                        .anyMatch(value -> unique().contains(value.mapping().target()) && value.isVolatile())) {
            return "the keys of the new rows of " + transform.target() + " are made while they are written";
        }
        return "";
    }

    private PlanRefusedException refused(String why) {
        return new PlanRefusedException(
                "the transform into " + transform.target() + ": " + why + ". Nothing was changed.");
    }
}
