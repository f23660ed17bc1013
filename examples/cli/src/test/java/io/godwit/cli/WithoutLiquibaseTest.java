package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WithoutLiquibaseTest {

    @TempDir
    private Path folder;

    @Test
    void allElseWorksAndWhatNeedsItSaysWhatIsMissing() throws Exception {
        Files.writeString(folder.resolve("main.sql"), "--liquibase formatted sql\n");
        String[] expand = {"expand", folder.resolve("main.sql").toString(), "--root", folder.toString(), "--output"};
        String[] sql = {"liquibase", "sql", "--changelog", "main.sql", "--root", folder.toString(), "--engine", "sqlite"
        };

        assertThat(run(with(expand, folder.resolve("expanded.sql").toString())))
                .startsWith("0")
                .contains("0 files put in");
        assertThat(run(with(sql, "--output", folder.resolve("one.sql").toString())))
                .startsWith("6")
                .contains("needs Liquibase", "org.liquibase:liquibase-core");
        assertThat(folder.resolve("one.sql")).doesNotExist();
        String[] convert = {
            "convert", "main.sql", "--root", folder.toString(), "--from", "liquibase", "--to", "portable", "--output"
        };
        assertThat(run(with(convert, folder.resolve("portable").toString())))
                .startsWith("6")
                .contains("needs Liquibase", "org.liquibase:liquibase-core");
        assertThat(folder.resolve("portable")).doesNotExist();
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    /** The exit code and what was said. */
    private static String run(String... arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new WithoutLiquibase(before));
        try {
            Class<?> call = thread.getContextClassLoader().loadClass(IsolatedCall.class.getName());
            Method run = call.getDeclaredMethod("run", String[].class);
            run.setAccessible(true);
            return (String) run.invoke(null, (Object) arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
