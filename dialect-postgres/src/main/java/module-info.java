/** Godwit's dialect for PostgreSQL. */
module io.godwit.dialect.postgres {
    requires io.godwit;
}
