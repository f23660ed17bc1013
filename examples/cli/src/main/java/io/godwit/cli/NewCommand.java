package io.godwit.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a migration to start from. */
@Command(
        name = "new",
        description = "Writes a migration to start from into the plugin's folder below --plugins, and says its path.")
final class NewCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(names = "--plugin", required = true, paramLabel = "ID", description = "The plugin that owns it.")
    private String plugin;

    @Parameters(paramLabel = "NAME", description = "What it does, in a few words.")
    private String name;

    @Override
    public Integer call() throws IOException {
        parent.options().refusePlanFormats();
        Path root = parent.host().namedDirectory();
        Path folder = root.resolve(plugin);
        if (!root.toAbsolutePath()
                .normalize()
                .equals(folder.toAbsolutePath().normalize().getParent())) {
            throw new UsageException("'" + plugin + "' cannot be the name of a folder");
        }
        Path file = write(folder);
        parent.terminal()
                .out()
                .print(parent.options().json() ? new Json().with("path", file) : file + System.lineSeparator());
        return ExitCode.DONE.number();
    }

    /** The next number that is free, also if somebody writes at the same time. */
    private Path write(Path folder) throws IOException {
        PluginFolder existing = PluginFolder.read(folder);
        int number = existing.nextNumber();
        while (true) {
            FirstDraft draft = new FirstDraft(plugin, number, existing.nextVersion(), name);
            String text = draft.text();
            Path file = folder.resolve(draft.fileName());
            if (isWritten(file, text)) {
                return file;
            }
            number++;
        }
    }

    /** Never over another file. */
    private static boolean isWritten(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }
}
