/** What MySQL and MariaDB do differently. */
@NullMarked
package io.godwit.dialect.mysql;

import org.jspecify.annotations.NullMarked;
