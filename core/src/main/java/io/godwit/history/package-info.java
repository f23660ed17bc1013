/** What Godwit remembers in the target database: what is applied, its journal, and the audit trail. */
@NullMarked
package io.godwit.history;

import org.jspecify.annotations.NullMarked;
