package io.godwit.transfer;

/**
 * What became of a table's rows.
 *
 * @param inserted how many are new
 * @param updated how many had a key that was there, and gave their values
 * @param skipped how many had a key that was there, and were left out
 */
public record LoadedTable(long inserted, long updated, long skipped) {}
