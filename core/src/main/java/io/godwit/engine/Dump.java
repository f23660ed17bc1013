package io.godwit.engine;

import io.godwit.archive.DumpPart;
import io.godwit.migration.Version;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What of a database goes into a package. Immutable.
 *
 * @param pluginId what the package's plugin is called; empty for the name of the database
 * @param version of the plugin
 * @param tables which ones, as the database has them; empty for all
 * @param excluded which ones not
 * @param left what is left out
 * @param withRows whether the rows travel
 * @param sensitive columns whose values leave although they are sensitive, as {@code table.column}
 */
public record Dump(
        String pluginId,
        Version version,
        List<String> tables,
        List<String> excluded,
        Set<DumpPart> left,
        boolean withRows,
        List<String> sensitive) {

    public Dump {
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(version, "version");
        tables = List.copyOf(tables);
        excluded = List.copyOf(excluded);
        left = Set.copyOf(left);
        sensitive = List.copyOf(sensitive);
    }

    /** All of a database, called as it is, in version 1.0.0. */
    public static Dump ofAll() {
        return new Dump("", Version.parse("1.0.0"), List.of(), List.of(), Set.of(), true, List.of());
    }

    /** As a plugin of this name and version. */
    public Dump as(String plugin, String number) {
        return new Dump(plugin, Version.parse(number), tables, excluded, left, withRows, sensitive);
    }

    /** Only these tables, and the views that read no others. */
    public Dump tables(List<String> names) {
        return new Dump(pluginId, version, names, excluded, left, withRows, sensitive);
    }

    /** Not these tables, nor the views that read them. */
    public Dump excluding(List<String> names) {
        return new Dump(pluginId, version, tables, names, left, withRows, sensitive);
    }

    /** Without something. */
    public Dump without(DumpPart part) {
        EnumSet<DumpPart> all = EnumSet.of(part);
        all.addAll(left);
        return new Dump(pluginId, version, tables, excluded, all, withRows, sensitive);
    }

    /** Tables without their rows. */
    public Dump withoutRows() {
        return new Dump(pluginId, version, tables, excluded, left, false, sensitive);
    }

    /** Also values of columns that are sensitive, each as {@code table.column}. */
    public Dump including(List<String> columns) {
        return new Dump(pluginId, version, tables, excluded, left, withRows, columns);
    }
}
