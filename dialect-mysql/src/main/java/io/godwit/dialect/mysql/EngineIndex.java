package io.godwit.dialect.mysql;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index that no portable record can say: of the start of a column, if it is not the one that Godwit takes, or of places on a map.
 *
 * @param name its name
 * @param parts as the catalog has them
 */
record EngineIndex(Name name, List<CatalogIndexPart> parts) {

    static final String KIND = "index";

    private static final String SPATIAL = "SPATIAL";

    static boolean isOne(List<CatalogIndexPart> parts) {
        return parts.stream().anyMatch(part -> part.type().equals(SPATIAL) || isStart(part));
    }

    private static boolean isStart(CatalogIndexPart part) {
        Integer length = part.length();
        boolean spatial = part.type().equals(SPATIAL);
        return !spatial && length != null && (part.unique() || !MySqlIndexes.isOwnStart(length));
    }

    EngineObject object(TableName table) {
        CatalogIndexPart first = parts.get(0);
        String kind = first.type().equals(SPATIAL) ? "SPATIAL " : first.unique() ? "UNIQUE " : "";
        return new EngineObject(
                KIND,
                name,
                "ALTER TABLE " + quoted(table.folded()) + " ADD " + kind + "INDEX " + quoted(name)
                        + parts.stream().map(EngineIndex::part).collect(Collectors.joining(", ", " (", ")")));
    }

    private static String part(CatalogIndexPart part) {
        Name column = part.column();
        String what = column == null ? "(" + part.expression() + ")" : quoted(column);
        return what + (isStart(part) ? "(" + part.length() + ")" : "") + (part.descending() ? " DESC" : "");
    }

    private static String quoted(Name name) {
        return "`" + name.text().replace("`", "``") + "`";
    }
}
