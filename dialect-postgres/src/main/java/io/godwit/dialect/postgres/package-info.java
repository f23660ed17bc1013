/** What PostgreSQL does differently. */
@NullMarked
package io.godwit.dialect.postgres;

import org.jspecify.annotations.NullMarked;
