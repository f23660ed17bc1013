package io.godwit.compare;

import java.util.List;
import java.util.Objects;

/**
 * Two databases beside each other. Immutable.
 *
 * @param here the one that was asked
 * @param there the other one
 * @param migrations all that is recorded on either side, by plugin and in the order in which it was applied here, then there
 * @param differences of their schemas
 * @param tables how many rows there are, and perhaps what they are; empty if nobody asked
 * @param ways what would bring the migrations there to those here; empty if no migration is on one side only
 * @param uncompared what is said in the words of two engines, of which could only be told that it is on both sides
 */
public record Comparison(
        ComparedDatabase here,
        ComparedDatabase there,
        List<ComparedMigration> migrations,
        List<Difference> differences,
        List<ComparedTable> tables,
        List<Way> ways,
        List<String> uncompared) {

    public Comparison {
        Objects.requireNonNull(here, "here");
        Objects.requireNonNull(there, "there");
        migrations = List.copyOf(migrations);
        differences = List.copyOf(differences);
        tables = List.copyOf(tables);
        ways = List.copyOf(ways);
        uncompared = List.copyOf(uncompared);
    }

    /** The same with what would bring the migrations there to those here. */
    public Comparison with(List<Way> found) {
        return new Comparison(here, there, migrations, differences, tables, found, uncompared);
    }

    /** Whether nothing differs of what was compared. */
    public boolean isEqual() {
        return differences.isEmpty()
                && otherMigrations().isEmpty()
                && tables.stream().allMatch(ComparedTable::isSame);
    }

    /** The migrations that are not the same on both sides. */
    public List<ComparedMigration> otherMigrations() {
        return migrations.stream()
                .filter(migration -> migration.standing() != ComparedMigration.Standing.SAME)
                .toList();
    }

    /** The differences of the schemas that no migration of one side explains: somebody, or something, else made them. */
    public List<Difference> unexplained() {
        return differences.stream()
                .filter(difference -> difference.explainedBy().isEmpty())
                .toList();
    }

    /** One page that loads nothing and runs nothing. */
    public String toHtml() {
        return new ComparisonHtml(this).text();
    }

    /** In a shape that scripts may rely on. */
    public String toJson() {
        return new ComparisonJson(this).text();
    }
}
