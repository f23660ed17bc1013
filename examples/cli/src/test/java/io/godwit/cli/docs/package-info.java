/** Holds the pages of the documentation that show SQL to what the dialects render. */
@NullMarked
package io.godwit.cli.docs;

import org.jspecify.annotations.NullMarked;
