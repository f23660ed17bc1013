package io.godwit.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A package whose entries somebody changed, written again as they are. */
final class Repacking {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Entry> entries = new ArrayList<>();

    /** Any entry: type is tar's. */
    record Entry(String name, byte type, String content) {

        static Entry file(String name, String content) {
            return new Entry(name, TarConstants.LF_NORMAL, content);
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    static Repacking of(Path file) throws IOException {
        Repacking repacking = new Repacking();
        try (ArchiveEntries all = ArchiveEntries.open(file, new PackageReader().access())) {
            for (ArchiveEntry entry = all.next(); entry != null; entry = all.next()) {
                String content = new String(entry.content().readAllBytes(), StandardCharsets.UTF_8);
                repacking.entries.add(Entry.file(entry.name(), content));
            }
        }
        return repacking;
    }

    List<Entry> entries() {
        return entries;
    }

    Repacking with(Entry entry) {
        entries.add(entry);
        return this;
    }

    Repacking without(String name) {
        entries.removeIf(entry -> entry.name().equals(name));
        return this;
    }

    Repacking withContent(String name, String content) {
        entries.replaceAll(entry -> entry.name().equals(name) ? Entry.file(name, content) : entry);
        return this;
    }

    /** Adds a file and lists it in the manifest, as somebody would who made the whole package himself. */
    Repacking listed(String name, String content) {
        return with(Entry.file(name, content))
                .manifest(manifest -> manifest.withArray("files")
                        .addObject()
                        .put("file", name)
                        .put("size", content.getBytes(StandardCharsets.UTF_8).length)
                        .put("sha256", sha256(content)));
    }

    Repacking manifest(Consumer<ObjectNode> change) {
        try {
            ObjectNode manifest = (ObjectNode) JSON.readTree(entries.get(0).content());
            change.accept(manifest);
            return withContent("manifest.json", JSON.writeValueAsString(manifest));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    Path write(Path file, ArchiveFormat format) throws IOException {
        Files.write(file, format == ArchiveFormat.ZIP ? zip() : gzip(tar()));
        return file;
    }

    byte[] tar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Entry entry : entries) {
                TarArchiveEntry header = new TarArchiveEntry(entry.name(), entry.type(), true);
                boolean file =
                        entry.type() == TarConstants.LF_NORMAL || entry.type() == TarConstants.LF_GNUTYPE_LONGNAME;
                header.setLinkName(file ? "" : entry.content());
                header.setSize(file ? entry.bytes().length : 0);
                tar.putArchiveEntry(header);
                tar.write(file ? entry.bytes() : new byte[0]);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(out)) {
            new ByteArrayInputStream(content).transferTo(packed);
        }
        return out.toByteArray();
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
                boolean link = entry.type() == TarConstants.LF_SYMLINK;
                header.setUnixMode(link ? 0120777 : 0100644);
                zip.putArchiveEntry(header);
                zip.write(entry.bytes());
                zip.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    /** By Java's own writer, which leaves every name as it is, and refuses one that is there twice. */
    byte[] plainZip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.bytes());
            }
        }
        return out.toByteArray();
    }
}
