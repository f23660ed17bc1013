package io.godwit.dialect.mssql;

import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.UniqueKey;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One index, as sys.indexes has it.
 *
 * @param filter the engine's text; null for none
 */
record CatalogIndex(
        Name name,
        boolean unique,
        boolean primaryKey,
        boolean constraint,
        @Nullable String filter,
        List<IndexColumn> columns,
        List<Name> include) {

    CatalogIndex over(List<IndexColumn> keys, List<Name> included) {
        return new CatalogIndex(name, unique, primaryKey, constraint, filter, keys, included);
    }

    PrimaryKey toPrimaryKey() {
        return new PrimaryKey(name, names());
    }

    UniqueKey toUniqueKey() {
        return new UniqueKey(name, names());
    }

    private List<Name> names() {
        return columns.stream().map(IndexColumn::name).filter(Objects::nonNull).collect(Collectors.toList());
    }

    /** The index that was asked for: that it leaves NULLs out is how SQL Server is told what unique means. */
    Index toIndex(List<IndexColumn> asked) {
        String rest = unique ? withoutNulls() : filter;
        return new Index(
                name,
                asked.isEmpty() ? columns : asked,
                unique,
                rest == null || (!asked.isEmpty() && isOfAStandIn(asked)) ? null : Expression.ofEngine(rest),
                include,
                IndexMethod.BTREE);
    }

    /** An index over none of the columns that were asked for holds no row. */
    private boolean isOfAStandIn(List<IndexColumn> asked) {
        return asked.stream().noneMatch(part -> names().contains(part.name()));
    }

    private @Nullable String withoutNulls() {
        String text = filter;
        if (text == null) {
            return null;
        }
        String bare = text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
        for (Name column : names()) {
            String condition = Pattern.quote("[" + column.text().replace("]", "]]") + "] IS NOT NULL");
            bare = bare.replaceFirst("(?i)(?:^| AND )" + condition + "(?=$| AND )", "")
                    .replaceFirst("^ AND ", "");
        }
        return bare.isBlank() ? null : bare;
    }
}
