package io.godwit.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the backups that a retention does not keep. For one use. */
public final class BackupExpiry {

    private static final System.Logger LOG = System.getLogger(BackupExpiry.class.getName());

    private final BackupPlace place;
    private final BackupRetention retention;
    private final Set<String> own;

    /**
     * In one place.
     *
     * @param own the backups that are known to be of this database: others may keep theirs in the same place
     */
    public BackupExpiry(BackupPlace place, BackupRetention retention, Set<String> own) {
        this.place = place;
        this.retention = retention;
        this.own = Set.copyOf(own);
    }

    /** A backup of a store and what its name says. */
    private record Named(String file, BackupName name) {}

    /**
     * The names of those of a plugin that go. Each was read and found whole, so that nothing goes that is not what its name says: what
     * cannot be read stays.
     *
     * @param newest the backup that was just taken and verified; it stays, and those that are newer
     */
    public List<String> of(String pluginId, String newest) throws IOException {
        List<Named> backups = new ArrayList<>();
        for (StoredBackup stored : place.store().list()) {
            BackupName.parse(stored.name())
                    .filter(name -> own.contains(stored.name()) && name.mayBeOf(pluginId))
                    .ifPresent(name -> backups.add(new Named(stored.name(), name)));
        }
        backups.sort(Comparator.comparing((Named named) -> named.name().createdAt())
                .thenComparing(Named::file)
                .reversed());
        return expired(backups, pluginId, newest);
    }

    private List<String> expired(List<Named> backups, String pluginId, String newest) {
        Instant now = BackupName.parse(newest).map(BackupName::createdAt).orElse(Instant.MIN);
        List<String> expired = new ArrayList<>();
        int kept = 1;
        for (Named named : backups) {
            boolean older =
                    !named.file().equals(newest) && !named.name().createdAt().isAfter(now);
            if (!older) {
                continue;
            }
            boolean keep = kept++ < retention.last() || isYoung(named, now);
            if (!keep && goes(named.file(), pluginId)) {
                expired.add(named.file());
            }
        }
        return expired;
    }

    private boolean isYoung(Named named, Instant now) {
        return retention.time() != null
                && named.name().createdAt().plus(retention.time()).isAfter(now);
    }

    private boolean goes(String file, String pluginId) {
        return manifest(file)
                .filter(manifest -> manifest.pluginId().equals(pluginId))
                .filter(manifest -> retention.archives() || !manifest.isArchive())
                .isPresent();
    }

    private Optional<BackupManifest> manifest(String file) {
        try {
            return Optional.of(place.read(file).manifest());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the backup " + file + " is not removed: it cannot be read: " + e);
            return Optional.empty();
        }
    }
}
