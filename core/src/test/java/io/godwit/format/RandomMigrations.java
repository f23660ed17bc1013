package io.godwit.format;

import io.godwit.migration.Category;
import io.godwit.migration.CsvText;
import io.godwit.migration.Dependency;
import io.godwit.migration.Down;
import io.godwit.migration.ExpectedChanges;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldRule;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.FileFormat;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationType;
import io.godwit.migration.OnConflict;
import io.godwit.migration.OnError;
import io.godwit.migration.OnOtherEngines;
import io.godwit.migration.RiskLevel;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.migration.Validation;
import io.godwit.migration.Version;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random migrations that hold every kind of operation. */
final class RandomMigrations {

    private final RandomValues values;
    private final RandomOperations operations;

    private RandomMigrations(RandomValues values) {
        this.values = values;
        this.operations = new RandomOperations(values);
    }

    static Migration ofAuthors(long seed) {
        return new RandomMigrations(new RandomValues(new Random(seed), false)).migration();
    }

    static Migration ofEngines(long seed) {
        return new RandomMigrations(new RandomValues(new Random(seed), true)).migration();
    }

    private Migration migration() {
        return new Migration(
                "crm-0001",
                "crm",
                Version.parse(values.oneOf(new String[] {"1.0.0", "0.1.2-rc.1"})),
                values.maybe(values::text),
                values.maybe(values::text),
                values.maybe(() -> values.oneOf(MigrationType.values())),
                values.maybe(() -> values.oneOf(Category.values())),
                values.list(0, () -> Dependency.parse("billing@>=1.2 <2")),
                values.list(0, () -> Dependency.parse("legacy-crm")),
                values.maybe(() -> 120L),
                values.oneOf(RiskLevel.values()),
                values.flag(),
                values.flag() ? List.of("postgresql", "own_engine") : List.of(),
                values.oneOf(OnOtherEngines.values()),
                steps(),
                down(),
                values.maybe(
                        () -> Instant.ofEpochSecond(values.random.nextInt(), values.random.nextInt(1_000_000_000))),
                values.maybe(() -> Instant.EPOCH),
                values.flag() ? Map.of("x-ticket", "{\"a\":[1.50,null]}") : Map.of());
    }

    private Down down() {
        return switch (values.random.nextInt(3)) {
            case 0 -> new Down.Derived();
            case 1 -> new Down.Irreversible("gone");
            default -> new Down.Explicit(steps());
        };
    }

    private List<Step> steps() {
        return IntStream.range(0, 2).mapToObj(this::step).toList();
    }

    private Step step(int number) {
        return new Step(
                "step " + number,
                values.maybe(() -> values.oneOf(MigrationType.values())),
                values.maybe(values::text),
                values.maybe(values::text),
                operations.all(),
                values.maybe(operations::sql),
                values.maybe(this::transform),
                values.flag(),
                values.flag(),
                values.flag(),
                values.maybe(() -> 30),
                number == 0 ? List.of() : List.of("step 0"),
                values.maybe(this::validation),
                values.maybe(this::validation),
                values.maybe(() -> new ExpectedChanges(values.maybe(() -> 7L), values.maybe(() -> 0L), null)),
                values.flag() ? Map.of("x-owner", "\"me\"") : Map.of());
    }

    private Validation validation() {
        Validation.Expect expect = values.oneOf(Validation.Expect.values());
        @Nullable Literal value = expect == Validation.Expect.VALUE ? values.literal() : null;
        return new Validation(
                operations.sql(),
                expect,
                value,
                values.maybe(values::text),
                values.oneOf(Validation.Otherwise.values()));
    }

    private Transform transform() {
        return new Transform(
                source(),
                values.table(),
                values.names(1).stream().map(this::mapping).toList(),
                values.maybe(values::expression),
                values.names(0),
                values.maybe(() -> 500),
                values.oneOf(OnConflict.values()),
                values.oneOf(OnError.values()),
                1 + values.random.nextInt(4),
                values.list(
                        0,
                        () -> new FieldRule(
                                values.name(),
                                values.expression(),
                                values.maybe(values::text),
                                values.oneOf(FieldRule.Severity.values()))));
    }

    private TransformSource source() {
        return switch (values.random.nextInt(3)) {
            case 0 -> new TransformSource.FromTable(values.table());
            case 1 -> new TransformSource.FromQuery(values.query());
            default -> file(values.oneOf(FileFormat.values()));
        };
    }

    private TransformSource file(FileFormat format) {
        CsvText csv = new CsvText(
                values.maybe(() -> StandardCharsets.ISO_8859_1),
                values.maybe(() -> values.oneOf(new Character[] {';', '\t'})));
        return new TransformSource.FromFile(
                "data/a.csv",
                format,
                values.maybe(() -> "/a"),
                format == FileFormat.CSV ? csv : CsvText.STANDARD,
                values.maybe(() -> "0".repeat(64)),
                null);
    }

    private FieldMapping mapping(Name target) {
        return new FieldMapping(
                "source", target, values.maybe(this::fieldTransform), values.maybe(values::literal), values.flag());
    }

    private FieldTransform fieldTransform() {
        return switch (values.random.nextInt(5)) {
            case 0 -> new FieldTransform.Function("upper", values.list(0, values::literal));
            case 1 -> new FieldTransform.Computed(values.expression());
            case 2 -> new FieldTransform.InlineLookup(Map.of("table", values.literal(), "", values.literal()));
            case 3 -> new FieldTransform.TableLookup(values.table(), values.name(), values.name());
            default -> new FieldTransform.Custom("own way", values.list(0, values::literal));
        };
    }
}
