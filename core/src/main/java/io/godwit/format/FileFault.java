package io.godwit.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words: the exceptions of Java's own file system often hold the path and nothing else. */
final class FileFault {

    private FileFault() {}

    static String of(IOException failure) {
        if (failure instanceof FileSystemException fault && fault.getReason() == null) {
            if (fault instanceof AccessDeniedException) {
                return "permission denied for " + fault.getFile();
            }
            if (fault instanceof NoSuchFileException) {
                return "there is no " + fault.getFile() + ", or it is a link to nothing";
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
