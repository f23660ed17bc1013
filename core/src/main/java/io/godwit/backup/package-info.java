/** Backups: where they are kept, the file that each is, and reading it back. */
@NullMarked
package io.godwit.backup;

import org.jspecify.annotations.NullMarked;
