/** Universal (PostgreSQL-flavoured) SQL: read into a tree of our own, written as an engine's SQL, or refused with its place. */
@NullMarked
package io.godwit.universal;

import org.jspecify.annotations.NullMarked;
