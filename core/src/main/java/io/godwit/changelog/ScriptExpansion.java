package io.godwit.changelog;

import io.godwit.dialect.ClientScript;
import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Makes one script of a script that includes others, as the engine's own client would run it ({@code \i} and {@code \ir} of psql,
 * {@code source} of mysql, {@code .read} of sqlite3, {@code :r} of sqlcmd).
 *
 * <p>Names are relative to the root, those of {@code \ir} to the including file; comments mark where each file begins and ends. The output
 * is UTF-8 without a byte order mark, with the line ends that the files have. Immutable and thread-safe.
 */
public final class ScriptExpansion {

    private final Dialect dialect;
    private final Path root;
    private final FileLimits limits;

    /** For an engine's client that would run in {@code root}, which no file may lie outside of. */
    public ScriptExpansion(Dialect dialect, Path root, FileLimits limits) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.root = Objects.requireNonNull(root, "root");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Writes the one script; the file is replaced at once when it is whole, and not touched otherwise.
     *
     * @param script absolute, or relative to the root
     * @throws ChangelogRefusedException with every problem: a cycle, a file that is missing or outside of the root, an include that one
     *     script cannot say
     */
    public ExpandedScript write(Path script, Path output) {
        try {
            ConfinedFiles files = new ConfinedFiles(root, limits);
            try (OutputFile file = OutputFile.at(output)) {
                Expander expander = new Expander(dialect, files, file, limits.depth(), OutputFile.place(output));
                int included = expander.expand(script);
                file.commit();
                return new ExpandedScript(included, file.bytes());
            }
        } catch (IOException failure) {
            throw new ChangelogRefusedException(script.toString(), "cannot be expanded: " + Expander.words(failure));
        }
    }

    /** Whether this engine's client finds an include in the script; a script that it cannot read has none. */
    public boolean includes(Path script) {
        try {
            ConfinedFiles files = new ConfinedFiles(root, limits);
            String text = ScriptText.of(files.read(files.file(script.toString(), files.root())));
            return !ClientScript.read(dialect, text).includes().isEmpty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
