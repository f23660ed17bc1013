/** Godwit's dialect for SQLite. */
module io.godwit.dialect.sqlite {
    requires io.godwit;
}
