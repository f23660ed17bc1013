package io.godwit.dialect.postgres;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;

/** Types that PostgreSQL casts to each other in an assignment. */
enum TypeFamily {
    TEXT,
    NUMBER,
    BOOLEAN,
    UUID,
    BYTES,
    DATE_TIME,
    TIME,
    JSON,
    TEXT_ARRAY,
    NUMBER_ARRAY,
    OTHER_ARRAY,
    VECTOR,
    NATIVE;

    static TypeFamily of(ColumnType type) {
        return type.accept(new Finder());
    }

    /** Whether there is an assignment cast: among themselves, and from everything to text. */
    boolean isAssignableTo(TypeFamily target) {
        return switch (this) {
            case NATIVE, OTHER_ARRAY -> target == TEXT;
            case DATE_TIME -> target == this || target == TEXT || target == TIME;
            default -> target == this || target == TEXT;
        };
    }

    private static final class Finder implements ColumnTypeVisitor<TypeFamily> {

        @Override
        public TypeFamily visit(SimpleType type) {
            return switch (type) {
                case UUID -> TypeFamily.UUID;
                case BOOLEAN -> TypeFamily.BOOLEAN;
                case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> NUMBER;
                case TEXT -> TypeFamily.TEXT;
                case BYTES -> TypeFamily.BYTES;
                case DATE, TIMESTAMP, TIMESTAMPTZ -> DATE_TIME;
                case TIME -> TypeFamily.TIME;
                case JSON -> TypeFamily.JSON;
            };
        }

        @Override
        public TypeFamily visit(VarcharType type) {
            return TypeFamily.TEXT;
        }

        @Override
        public TypeFamily visit(CharType type) {
            return TypeFamily.TEXT;
        }

        @Override
        public TypeFamily visit(TimeType type) {
            return visit(type.kind());
        }

        @Override
        public TypeFamily visit(DecimalType type) {
            return NUMBER;
        }

        @Override
        public TypeFamily visit(EnumType type) {
            return TypeFamily.TEXT;
        }

        @Override
        public TypeFamily visit(ArrayType type) {
            return switch (of(type.element())) {
                case TEXT -> TEXT_ARRAY;
                case NUMBER -> NUMBER_ARRAY;
                default -> OTHER_ARRAY;
            };
        }

        @Override
        public TypeFamily visit(VectorType type) {
            return VECTOR;
        }

        @Override
        public TypeFamily visit(NativeType type) {
            return NATIVE;
        }
    }
}
