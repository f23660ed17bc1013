package io.godwit.transfer.file;

import io.godwit.schema.Literal;
import java.util.List;

/**
 * One record of a CSV.
 *
 * @param line where it begins, from 1
 * @param fields texts; NULL where nothing stands between two commas
 */
public record CsvRecord(long line, List<Literal> fields) {}
