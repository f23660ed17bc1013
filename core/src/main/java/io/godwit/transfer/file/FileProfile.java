package io.godwit.transfer.file;

import java.util.List;

/**
 * What a whole file holds.
 *
 * @param rows how many
 * @param fields of the rows themselves, in the order in which they first came; of more than a thousand the first thousand
 * @param sha256 of the file's bytes as they are, in lower case
 */
public record FileProfile(long rows, List<FieldProfile> fields, String sha256) {

    public FileProfile {
        fields = List.copyOf(fields);
    }
}
