package io.godwit.archive.build;

import io.godwit.archive.PackageManifest;
import java.util.List;
import java.util.Objects;

/**
 * One package of a set. Immutable.
 *
 * @param file its name, without folders
 * @param size of the file, in bytes
 * @param sha256 of the file
 * @param fingerprint SHA-256 of its manifest
 * @param signed whether there is a signature
 * @param signer SHA-256 of the key that it is signed by; empty if nobody asked by whom
 * @param manifest what it says of itself
 * @param needs its dependencies
 * @param conflicts its conflicts
 * @param rawSql the steps with an engine's own SQL
 * @param rawSqlEngines for which engines that is
 * @param findings its risks
 * @param accept the rules that an install must accept by name
 * @param irreversible the steps that are not taken back exactly
 * @param cells how it is rendered, for each version of each engine
 * @param health whether it can be deployed
 */
public record BuildPackage(
        String file,
        long size,
        String sha256,
        String fingerprint,
        boolean signed,
        String signer,
        PackageManifest manifest,
        List<BuildNeed> needs,
        List<BuildNeed> conflicts,
        List<String> rawSql,
        List<String> rawSqlEngines,
        List<BuildFinding> findings,
        List<String> accept,
        List<BuildUndo> irreversible,
        List<BuildCell> cells,
        PackageHealth health) {

    public BuildPackage {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(health, "health");
        needs = List.copyOf(needs);
        conflicts = List.copyOf(conflicts);
        rawSql = List.copyOf(rawSql);
        rawSqlEngines = List.copyOf(rawSqlEngines);
        findings = List.copyOf(findings);
        accept = List.copyOf(accept);
        irreversible = List.copyOf(irreversible);
        cells = List.copyOf(cells);
    }

    /** Such as {@code crm 1.2.0}, or {@code crm 1.1.0 to 1.2.0} of a delta. */
    public String title() {
        return SetMember.title(manifest);
    }
}
