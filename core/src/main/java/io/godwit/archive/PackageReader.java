package io.godwit.archive;

import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads packages that a stranger may have made. In this order: the file's size, the signature, the manifest, the size and hash of every
 * entry, and only then the documents. Nothing is written anywhere. Immutable and thread-safe; needs the optional library commons-compress.
 */
public final class PackageReader {

    private static final int SIGNATURE_LENGTH = 64;

    private final ArchiveAccess access;
    private final PackageTrust trust;

    /** A reader with {@link PackageLimits#STANDARD} that checks hashes alone. */
    public PackageReader() {
        this(new ArchiveAccess(PackageLimits.STANDARD, PackageKeys.NONE), PackageTrust.ANYBODY);
    }

    private PackageReader(ArchiveAccess access, PackageTrust trust) {
        this.access = access;
        this.trust = trust;
    }

    public PackageReader limits(PackageLimits most) {
        return new PackageReader(new ArchiveAccess(most, access.keys()), trust);
    }

    /** What opens packages that are encrypted; nothing unless said here. */
    public PackageReader keys(PackageKeys opening) {
        return new PackageReader(new ArchiveAccess(access.limits(), opening), trust);
    }

    public PackageReader trust(PackageTrust whom) {
        return new PackageReader(access, whom);
    }

    /** How large what it reads may be. */
    public PackageLimits limits() {
        return access.limits();
    }

    ArchiveAccess access() {
        return access;
    }

    /** Whom it trusts. */
    public PackageTrust trusted() {
        return trust;
    }

    /**
     * Reads all of a package.
     *
     * @throws PackageRejectedException if it is refused, with the reason
     * @throws io.godwit.failure.InvalidMigrationException with every problem of its documents
     */
    public PluginPackage read(Path file) {
        try {
            return opened(file);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw refused(file, e);
        }
    }

    /**
     * As {@link #read}, for a package whose statements are to run.
     *
     * @throws PackageRejectedException also if it holds SQL of an engine's own, and nobody trusts that
     */
    public PluginPackage readToRun(Path file) {
        PluginPackage found = read(file);
        List<String> raw = found.rawSql();
        if (!raw.isEmpty() && !trust.rawSql()) {
            throw new PackageRejectedException(
                    PackageFault.RAW_SQL,
                    file.getFileName() + " is refused: it holds SQL of an engine's own, which cannot be checked: "
                            + String.join("; ", raw)
                            + ".\nNothing was changed. Read it, and then trust it (PackageTrust.withRawSql, --trust-sql).",
                    null);
        }
        return found;
    }

    /** Also what the library throws on archives that it did not expect. */
    static RuntimeException refused(Path file, Throwable failure) {
        if (failure instanceof io.godwit.failure.GodwitException known) {
            return known;
        }
        String head = file.getFileName() + " is refused: ";
        if (failure instanceof RefusedArchiveException refused) {
            return new PackageRejectedException(
                    refused.fault(), head + refused.getMessage() + ".\nNothing of it was used.", refused);
        }
        if (failure instanceof LinkageError) {
            return new PackageRejectedException(
                    "Packages cannot be read: the library for it is not on the class path. Add"
                            + " org.apache.commons:commons-compress.",
                    failure);
        }
        String words = failure instanceof EOFException
                ? "it is cut off"
                : "it is damaged or cut off (" + EntryName.shown(String.valueOf(failure.getMessage())) + ")";
        return new PackageRejectedException(PackageFault.DAMAGED, head + words + ".\nNothing of it was used.", failure);
    }

    private PluginPackage opened(Path file) throws IOException {
        checkSize(file, access.limits());
        try (ArchiveEntries entries = ArchiveEntries.open(file, access)) {
            byte[] text = manifest(entries.next());
            ArchiveEntry next = entries.next();
            byte[] signature = null;
            if (next != null && next.name().equals(EntryName.SIGNATURE)) {
                signature = signature(next);
                next = entries.next();
            }
            SignatureCheck check = SignatureCheck.of(trust, text, signature);
            PackageManifest manifest = ManifestReader.read(text);
            check.passes(manifest.pluginId());
            Map<String, byte[]> held = contents(manifest, entries, next);
            PluginPackage found = new PluginPackage(file, manifest, text, signature, held, access);
            PackagedDocuments.check(found);
            return found;
        }
    }

    static void checkSize(Path file, PackageLimits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.packed()) {
            throw Meter.tooLarge("it has " + size + " bytes; the most is " + limits.packed());
        }
    }

    private Map<String, byte[]> contents(PackageManifest manifest, ArchiveEntries entries, @Nullable ArchiveEntry first)
            throws IOException {
        PackageContents contents = new PackageContents(manifest.files(), access.limits());
        for (ArchiveEntry entry = first; entry != null; entry = entries.next()) {
            contents.take(entry);
        }
        return contents.complete();
    }

    static byte[] manifest(@Nullable ArchiveEntry first) throws IOException {
        if (first == null || !first.name().equals(EntryName.MANIFEST)) {
            throw new RefusedArchiveException(
                    PackageFault.MANIFEST,
                    "its first entry is " + (first == null ? "missing" : "'" + first.name() + "'") + ", and must be "
                            + EntryName.MANIFEST);
        }
        byte[] text = first.content().readNBytes(ManifestObject.LONGEST + 1);
        if (text.length > ManifestObject.LONGEST) {
            throw Meter.tooLarge("its manifest has more than " + ManifestObject.LONGEST + " bytes");
        }
        return text;
    }

    private static byte[] signature(ArchiveEntry entry) throws IOException {
        byte[] signature = entry.content().readNBytes(SIGNATURE_LENGTH + 1);
        if (signature.length != SIGNATURE_LENGTH) {
            throw new RefusedArchiveException(
                    PackageFault.SIGNATURE, "its signature is none: Ed25519 writes " + SIGNATURE_LENGTH + " bytes");
        }
        return signature;
    }
}
