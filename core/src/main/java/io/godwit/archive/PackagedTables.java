package io.godwit.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of a manifest that tells of rows. Stateless. */
final class PackagedTables {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{1,64}");

    private PackagedTables() {}

    static void write(JsonGenerator json, List<PackagedTable> tables) throws IOException {
        json.writeArrayFieldStart("tables");
        for (PackagedTable table : tables) {
            json.writeStartObject();
            json.writeStringField("table", table.name().toString());
            json.writeStringField("file", table.file());
            json.writeNumberField("rows", table.rows());
            json.writeStringField("digest", table.digest());
            json.writeArrayFieldStart("columns");
            for (PackagedColumn column : table.columns()) {
                json.writeStartObject();
                json.writeStringField("name", column.name());
                json.writeStringField("type", column.type());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("leftOut");
            for (String column : table.leftOut()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static List<PackagedTable> read(List<ManifestObject> objects) throws RefusedArchiveException {
        List<PackagedTable> tables = new ArrayList<>();
        for (ManifestObject object : objects) {
            String name = object.text("table");
            String digest = object.text("digest");
            if (!DIGEST.matcher(digest).matches()) {
                throw ManifestObject.refused("the digest of '" + EntryName.shown(name) + "' is none");
            }
            tables.add(new PackagedTable(
                    TableName.parse(name),
                    EntryName.checked(object.text("file")),
                    object.number("rows"),
                    digest,
                    columns(object.objects("columns")),
                    object.texts("leftOut")));
            object.end();
        }
        return tables;
    }

    private static List<PackagedColumn> columns(List<ManifestObject> objects) throws RefusedArchiveException {
        List<PackagedColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ManifestObject object : objects) {
            PackagedColumn column = new PackagedColumn(object.text("name"), object.text("type"));
            object.end();
            if (!names.add(column.name())) {
                throw ManifestObject.refused("the column '" + EntryName.shown(column.name()) + "' is listed twice");
            }
            columns.add(column);
        }
        return columns;
    }

    /** Each has a file of its own that is listed and holds rows, and no table is there twice. */
    static void agree(List<PackagedTable> tables, List<PackagedFile> files) throws RefusedArchiveException {
        Set<String> names = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (PackagedTable table : tables) {
            boolean listed = files.stream().anyMatch(file -> file.path().equals(table.file()));
            if (!listed || !table.file().startsWith(PackageContents.DATA)) {
                throw ManifestObject.refused("the file of the table '"
                        + EntryName.shown(table.name().toString()) + "' is not listed below " + PackageContents.DATA);
            }
            if (!names.add(table.name().caseless()) || !used.add(table.file())) {
                throw ManifestObject.refused(
                        "the table '" + EntryName.shown(table.name().toString()) + "', or its file, is listed twice");
            }
        }
    }
}
