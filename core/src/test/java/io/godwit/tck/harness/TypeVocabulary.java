package io.godwit.tck.harness;

import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.List;

/** The portable types, as contracts write them. */
public interface TypeVocabulary {

    default ColumnType uuid() {
        return SimpleType.UUID;
    }

    default ColumnType bool() {
        return SimpleType.BOOLEAN;
    }

    default ColumnType smallint() {
        return SimpleType.SMALLINT;
    }

    default ColumnType integer() {
        return SimpleType.INTEGER;
    }

    default ColumnType bigint() {
        return SimpleType.BIGINT;
    }

    default ColumnType real() {
        return SimpleType.REAL;
    }

    default ColumnType doublePrecision() {
        return SimpleType.DOUBLE;
    }

    default ColumnType decimal(int precision, int scale) {
        return new DecimalType(precision, scale);
    }

    default ColumnType text() {
        return SimpleType.TEXT;
    }

    default ColumnType varchar(int length) {
        return new VarcharType(length);
    }

    default ColumnType bytes() {
        return SimpleType.BYTES;
    }

    default ColumnType date() {
        return SimpleType.DATE;
    }

    default ColumnType time() {
        return SimpleType.TIME;
    }

    default ColumnType timestamp() {
        return SimpleType.TIMESTAMP;
    }

    default ColumnType timestamptz() {
        return SimpleType.TIMESTAMPTZ;
    }

    default ColumnType json() {
        return SimpleType.JSON;
    }

    default ColumnType enumOf(String... values) {
        return new EnumType(List.of(values));
    }

    default ColumnType arrayOf(ColumnType element) {
        return new ArrayType(element);
    }

    default ColumnType vector(int dimensions) {
        return new VectorType(dimensions);
    }
}
