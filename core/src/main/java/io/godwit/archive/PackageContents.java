package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the entries behind the manifest: each must be what it says there. Data is looked at, the rest is kept. For one thread. */
final class PackageContents {

    static final String DATA = "data/";

    private final Map<String, PackagedFile> awaited = new LinkedHashMap<>();
    private final Map<String, byte[]> held = new HashMap<>();
    private final PackageLimits limits;
    private long holding;

    PackageContents(List<PackagedFile> files, PackageLimits limits) {
        this.limits = limits;
        files.forEach(file -> awaited.put(file.path(), file));
    }

    void take(ArchiveEntry entry) throws IOException {
        PackagedFile file = awaited.remove(entry.name());
        if (file == null) {
            throw new RefusedArchiveException(
                    PackageFault.UNLISTED, "its entry '" + entry.name() + "' is not in its manifest");
        }
        HashedEntry content = new HashedEntry(entry, file);
        if (entry.name().startsWith(DATA)) {
            content.transferTo(OutputStream.nullOutputStream());
            return;
        }
        holding += file.size();
        if (holding > limits.held()) {
            throw Meter.tooLarge("what is not below " + DATA + " has more than " + limits.held() + " bytes");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.transferTo(bytes);
        held.put(entry.name(), bytes.toByteArray());
    }

    /** All that is kept, by path; refused if something is missing. */
    Map<String, byte[]> complete() throws RefusedArchiveException {
        if (!awaited.isEmpty()) {
            String first = awaited.keySet().iterator().next();
            throw new RefusedArchiveException(
                    PackageFault.MISSING,
                    "'" + first + "' is in its manifest and not in the file"
                            + (awaited.size() == 1 ? "" : ", nor are " + (awaited.size() - 1) + " more"));
        }
        return held;
    }
}
