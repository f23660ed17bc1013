package io.godwit.archive;

import java.io.InputStream;

/**
 * One entry, whose name nobody has checked yet.
 *
 * @param name as the archive has it
 * @param kind what it is if it is no regular file, such as {@code "a symbolic link"}; empty for one
 * @param size as the archive says
 * @param content until the next entry is asked for
 */
record ArchiveEntry(String name, String kind, long size, InputStream content) {}
