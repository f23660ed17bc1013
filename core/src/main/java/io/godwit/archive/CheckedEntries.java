package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets regular files pass whose names are safe and all different, in any case and on any system. For one thread. */
final class CheckedEntries implements ArchiveEntries {

    private final ArchiveEntries entries;
    private final PackageLimits limits;
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();

    CheckedEntries(ArchiveEntries entries, PackageLimits limits) {
        this.entries = entries;
        this.limits = limits;
    }

    @Override
    public @Nullable ArchiveEntry next() throws IOException {
        ArchiveEntry entry = entries.next();
        if (entry == null) {
            return null;
        }
        if (files.size() == limits.entries()) {
            throw Meter.tooLarge("it has more than " + limits.entries() + " entries");
        }
        if (!entry.kind().isEmpty()) {
            throw new RefusedArchiveException(
                    PackageFault.SPECIAL_ENTRY,
                    "its entry '" + EntryName.shown(entry.name()) + "' is " + entry.kind()
                            + "; a package holds regular files alone");
        }
        note(EntryName.checked(entry.name()));
        if (entry.size() > limits.entry()) {
            throw Meter.tooLarge(
                    "its entry '" + entry.name() + "' has " + entry.size() + " bytes; the most is " + limits.entry());
        }
        return entry;
    }

    private void note(String name) throws RefusedArchiveException {
        String folded = EntryName.folded(name);
        String same = files.putIfAbsent(folded, name);
        if (same != null) {
            throw duplicate(name, same.equals(name) ? "is there twice" : "differs from '" + same + "' in case only");
        }
        if (folders.containsKey(folded)) {
            throw duplicate(name, "is also the folder of '" + folders.get(folded) + "'");
        }
        for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
            String folder = folded.substring(0, slash);
            folders.putIfAbsent(folder, name);
            if (files.containsKey(folder)) {
                throw duplicate(name, "lies in '" + files.get(folder) + "', which is a file");
            }
        }
    }

    private static RefusedArchiveException duplicate(String name, String words) {
        return new RefusedArchiveException(PackageFault.DUPLICATE, "its entry '" + name + "' " + words);
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
