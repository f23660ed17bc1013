package io.godwit.engine;

import io.godwit.dialect.PackedRows;
import io.godwit.plan.transform.SourceKey;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.transfer.PackedPage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a source's pages packed, where the engine packs and all columns are of types for it. For one transform, on one thread. */
final class PackedSource {

    /** A key's time is kept as the driver has it. */
    private static final Set<ColumnType> NO_KEYS =
            Set.of(SimpleType.DATE, SimpleType.TIME, SimpleType.TIMESTAMP, SimpleType.TIMESTAMPTZ);

    private final TransformRows rows;
    private final PackedRows packed;
    private final List<ColumnType> types;
    private final List<String> names;
    private final int keys;
    private final boolean isFoundAgain;

    private PackedSource(
            TransformRows rows,
            PackedRows packed,
            List<ColumnType> types,
            List<String> names,
            int keys,
            boolean isFoundAgain) {
        this.rows = rows;
        this.packed = packed;
        this.types = types;
        this.names = names;
        this.keys = keys;
        this.isFoundAgain = isFoundAgain;
    }

    /**
     * Of a source.
     *
     * @param engine how it packs, if it does
     * @param shown the types of the columns that are shown, as far as they are known
     * @param names of the page's columns, quoted: those of the key, and those that are shown
     * @param isFoundAgain whether rows are found again by the texts of their keys
     */
    static Optional<PackedSource> of(
            TransformRows rows,
            Optional<PackedRows> engine,
            List<SourceKey.Part> key,
            List<Optional<ColumnType>> shown,
            List<String> names,
            boolean isFoundAgain) {
        List<ColumnType> types = new ArrayList<>();
        for (SourceKey.Part part : key) {
            if (part.type() != null && !NO_KEYS.contains(part.type())) {
                types.add(part.type());
            }
        }
        shown.forEach(type -> type.ifPresent(types::add));
        boolean known = types.size() == names.size();
        return engine.filter(packed -> known && types.stream().allMatch(PackedPage::takes))
                .map(packed -> new PackedSource(rows, packed, types, names, key.size(), isFoundAgain));
    }

    /**
     * A page.
     *
     * @throws IOException if the engine cannot pack its rows
     */
    PackedPage ask(String page) throws IOException {
        try {
            byte[] bytes = rows.ask(packed.query(page, names), result -> {
                result.next();
                return result.getBytes(1);
            });
            return new PackedPage(bytes, types);
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    /** The next row; empty behind the last. */
    Optional<SourceRow> row(PackedPage page) throws IOException {
        Optional<List<Literal>> values = page.next();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Literal> key = values.get().subList(0, keys);
        if (key.stream().anyMatch(Literal::isNull)) {
            throw new IOException("a key is NULL");
        }
        List<String> compared = isFoundAgain ? key.stream().map(Literal::text).toList() : List.of();
        return Optional.of(new SourceRow(
                key, compared, values.get().subList(keys, values.get().size())));
    }
}
