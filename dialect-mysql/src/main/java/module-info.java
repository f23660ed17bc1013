/** Godwit's dialect for MySQL and MariaDB. */
module io.godwit.dialect.mysql {
    requires io.godwit;
}
