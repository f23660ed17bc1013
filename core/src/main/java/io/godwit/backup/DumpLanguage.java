package io.godwit.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the tools of one engine are called. Stateless and thread-safe. */
interface DumpLanguage {

    /** The password where the tools look for it. */
    DumpAccess access(DumpTarget target) throws IOException;

    /** The command that writes the whole database to its standard output. */
    List<String> dump(Path tool, DumpTarget target, DumpAccess access);

    /** The command that reads it from its standard input, and ends at the first error. */
    List<String> restore(Path client, DumpTarget target, DumpAccess access);

    /** The same for a person, who is asked for the password. */
    String restoreByHand(DumpTarget target);

    /** What stands at the end of a whole dump. */
    String endMarker();
}
