package io.godwit.compare;

import io.godwit.compare.Difference.Kind;
import io.godwit.dialect.Feature;
import io.godwit.schema.Check;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a table and its parts. */
final class TableFacts {

    private final Table table;
    private final CommonGround ground;
    private final String object;

    TableFacts(Table table, CommonGround ground) {
        this.table = table;
        this.ground = ground;
        this.object = table.name().toString();
    }

    /** The table itself. */
    SchemaFact whole() {
        SchemaFact.Details details = new SchemaFact.Details()
                .with("partitioning", partition(table.partition()))
                .with("comment", table.comment());
        return new SchemaFact(Kind.TABLE, object, "", ground.key(table.name()), "", details.map());
    }

    /** All that belongs to it. */
    List<SchemaFact> parts() {
        List<SchemaFact> facts = new ArrayList<>();
        table.columns().forEach(column -> facts.add(new ColumnFact(object, column, ground).fact()));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            facts.add(primaryKey(key));
        }
        table.uniques().forEach(unique -> facts.add(unique(unique.name(), unique.columns())));
        table.foreignKeys().forEach(foreignKey -> facts.add(foreignKey(foreignKey)));
        table.checks().forEach(check -> facts.add(check(check)));
        table.indexes().forEach(index -> facts.add(index(index)));
        table.triggers().forEach(trigger -> facts.add(trigger(trigger)));
        table.others().stream()
                .filter(other -> ground.exact() || isTrigger(other))
                .forEach(other -> facts.add(other(other)));
        return facts;
    }

    /** What only its own engine can say, and which is not to be asked of another. */
    List<String> unsaid() {
        if (ground.exact()) {
            return List.of();
        }
        List<String> unsaid = new ArrayList<>();
        table.columns().stream()
                .filter(column -> column.collation() != null)
                .forEach(column -> unsaid.add("collation of column " + column.name() + " of " + object));
        table.others().stream()
                .filter(other -> !isTrigger(other))
                .forEach(other -> unsaid.add(other.kind() + " " + other.name() + " of " + object));
        return unsaid;
    }

    private static boolean isTrigger(EngineObject other) {
        return other.kind().equals("trigger");
    }

    private SchemaFact primaryKey(PrimaryKey key) {
        boolean named = ground.exact() && ground.bothHave(Feature.PRIMARY_KEY_NAMES);
        SchemaFact.Details details = new SchemaFact.Details()
                .with("columns", names(key.columns()))
                .with("name", named ? String.valueOf(key.name()) : null);
        return new SchemaFact(Kind.PRIMARY_KEY, object, "", "", "", details.map());
    }

    private SchemaFact unique(@Nullable Name name, List<Name> columns) {
        return named(Kind.UNIQUE_KEY, name, new SchemaFact.Details().with("columns", names(columns)), "");
    }

    private SchemaFact foreignKey(ForeignKey key) {
        SchemaFact.Details details = new SchemaFact.Details()
                .with("columns", names(key.columns()))
                .with(
                        "refers to",
                        (ground.exact() ? key.table().toString() : ground.key(key.table())) + " "
                                + names(key.referenced()))
                .with("on delete", action(key.onDelete()))
                .with("on update", action(key.onUpdate()));
        return named(Kind.FOREIGN_KEY, key.name(), details, "");
    }

    /** Without deferred constraints the two are one, and an engine may have only one of them. */
    private String action(ReferentialAction action) {
        boolean refuses = action == ReferentialAction.RESTRICT && !ground.exact();
        return (refuses ? ReferentialAction.NO_ACTION : action).toString();
    }

    private SchemaFact check(Check check) {
        Detail condition = ground.text(check.expression());
        String bare = condition.text().toLowerCase(Locale.ROOT).replaceAll("::[a-z ]+|[^\\p{L}\\p{N}<>=!+*/%'-]", "");
        return named(Kind.CHECK, check.name(), new SchemaFact.Details().with("condition", condition), bare);
    }

    /** Engines differ in whether a unique key and a unique index on columns are two things. */
    private SchemaFact index(Index index) {
        boolean plain = index.columns().stream().allMatch(part -> part.name() != null && !part.descending());
        if (!ground.exact() && index.unique() && plain && index.where() == null) {
            return unique(
                    index.name(),
                    index.columns().stream().map(IndexColumn::name).toList());
        }
        SchemaFact.Details details = new SchemaFact.Details()
                .with("columns", parts(index.columns()))
                .when(index.unique(), "unique")
                .with("for", method(index.method()))
                .with("include", ground.bothHave(Feature.INCLUDED_COLUMNS) ? names(index.include()) : null)
                .with("where", where(index));
        return named(Kind.INDEX, index.name(), details, "");
    }

    private Detail parts(List<IndexColumn> parts) {
        String text = parts.stream().map(this::part).collect(Collectors.joining(", "));
        boolean comparable = parts.stream().allMatch(part -> part.expression() == null || comparable(part));
        return new Detail(text, comparable);
    }

    private boolean comparable(IndexColumn part) {
        return part.expression() == null || ground.text(part.expression()).comparable();
    }

    private String part(IndexColumn part) {
        Name name = part.name();
        String nulls =
                part.nullsFirst() == null || !ground.exact() ? "" : part.nullsFirst() ? " nulls first" : " nulls last";
        String text = name != null
                ? ground.key(name)
                : part.expression() != null ? part.expression().text() : "";
        return text + (part.descending() ? " desc" : "") + nulls;
    }

    private @Nullable String method(IndexMethod method) {
        boolean kept = ground.exact()
                ? method != IndexMethod.BTREE
                : switch (method) {
                    case BTREE, VECTOR -> false;
                    case JSON -> ground.bothHave(Feature.JSON_INDEXES);
                    case FULLTEXT -> ground.bothHave(Feature.FULLTEXT_INDEXES);
                };
        return kept ? method.toString() : null;
    }

    private @Nullable Detail where(Index index) {
        boolean kept = index.unique() || ground.bothHave(Feature.PARTIAL_INDEXES);
        return index.where() == null || !kept ? null : ground.text(index.where());
    }

    private SchemaFact trigger(Trigger trigger) {
        SchemaFact.Details details = new SchemaFact.Details();
        if (ground.exact()) {
            details.with("fires", trigger.timing() + " " + trigger.events())
                    .with("sets", trigger.set().toString())
                    .with("when", trigger.when() == null ? null : ground.text(trigger.when()));
        }
        return named(Kind.TRIGGER, trigger.name(), details, "");
    }

    private SchemaFact other(EngineObject other) {
        Kind kind = isTrigger(other) ? Kind.TRIGGER : Kind.OTHER;
        SchemaFact.Details details =
                new SchemaFact.Details().with("definition", new Detail(other.sql(), ground.exact()));
        return new SchemaFact(
                kind,
                object,
                (kind == Kind.OTHER ? other.kind() + " " : "") + other.name(),
                (kind == Kind.OTHER ? other.kind() + " " : "") + ground.fitted(other.name()),
                "",
                details.map());
    }

    /** @param content what else tells that two are the same; empty for all that is said of it */
    private SchemaFact named(Kind kind, @Nullable Name name, SchemaFact.Details details, String content) {
        return new SchemaFact(
                kind,
                object,
                name == null ? "" : name.text(),
                name == null ? "" : ground.fitted(name),
                content.isEmpty() ? details.map().toString() : content,
                details.map());
    }

    private @Nullable String partition(@Nullable Partition partition) {
        return partition == null || !ground.bothHave(Feature.PARTITIONS)
                ? null
                : "by " + partition.kind().name().toLowerCase(Locale.ROOT) + " " + names(partition.columns());
    }

    private String names(List<Name> names) {
        return names.isEmpty() ? "" : names.stream().map(ground::key).collect(Collectors.joining(", ", "(", ")"));
    }
}
