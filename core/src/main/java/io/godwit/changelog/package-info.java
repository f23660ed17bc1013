/** Changelogs and scripts of others: scripts of includes, Liquibase and Flyway, in and out. */
@NullMarked
package io.godwit.changelog;

import org.jspecify.annotations.NullMarked;
