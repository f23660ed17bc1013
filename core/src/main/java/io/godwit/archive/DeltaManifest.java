package io.godwit.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.migration.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a delta package starts from, in its manifest: the keys {@code from} and {@code requires}, both or neither. Stateless. */
final class DeltaManifest {

    private static final String FROM = "from";
    private static final String REQUIRES = "requires";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern HASH = Pattern.compile("v[0-9]{1,4}:[0-9a-f]{64}");

    private DeltaManifest() {}

    static void write(JsonGenerator json, PackageBase base) throws IOException {
        json.writeStringField(FROM, base.from().toString());
        json.writeArrayFieldStart(REQUIRES);
        for (RequiredMigration migration : base.requires()) {
            json.writeStartObject();
            json.writeStringField("id", migration.id());
            json.writeStringField("version", migration.version().toString());
            json.writeStringField("up", migration.up());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static @Nullable PackageBase read(ManifestObject whole) throws RefusedArchiveException {
        if (!whole.has(FROM) && !whole.has(REQUIRES)) {
            return null;
        }
        Version from = Version.parse(whole.text(FROM));
        List<RequiredMigration> requires = new ArrayList<>();
        for (ManifestObject object : whole.objects(REQUIRES)) {
            requires.add(migration(object));
            object.end();
        }
        return new PackageBase(from, requires);
    }

    private static RequiredMigration migration(ManifestObject object) throws RefusedArchiveException {
        String id = object.text("id");
        String up = object.text("up");
        if (!ID.matcher(id).matches() || !HASH.matcher(up).matches()) {
            throw ManifestObject.refused(
                    "it requires '" + EntryName.shown(id) + "', which is no migration's id, or has no hash");
        }
        return new RequiredMigration(id, Version.parse(object.text("version")), up);
    }

    /** The base ends where the package begins. */
    static void agree(PackageManifest manifest) throws RefusedArchiveException {
        PackageBase base = manifest.base();
        if (base == null) {
            return;
        }
        Set<String> ids = new HashSet<>();
        manifest.migrations().forEach(migration -> ids.add(migration.id()));
        for (RequiredMigration migration : base.requires()) {
            if (!ids.add(migration.id())) {
                throw ManifestObject.refused("it requires '" + migration.id() + "' twice, or has it itself");
            }
        }
        boolean reached = base.requires().stream().anyMatch(one -> one.version().compareTo(base.from()) == 0);
        boolean beyond = base.requires().stream().anyMatch(one -> one.version().compareTo(base.from()) > 0);
        boolean before =
                manifest.migrations().stream().anyMatch(one -> one.version().compareTo(base.from()) <= 0);
        if (!reached || beyond || before) {
            throw ManifestObject.refused("it says that it starts from version " + base.from()
                    + ", and what it requires does not end there, or what it holds begins before");
        }
    }
}
