package io.godwit.dialect.mysql;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One trigger as information_schema has it; a portable one with several events is several here.
 *
 * @param name its name
 * @param table its table's
 * @param when such as {@code BEFORE INSERT}
 * @param body what it does
 * @param definer with whose rights; null for who is logged in
 */
record CatalogTrigger(
        String name,
        String table,
        String when,
        String body,
        @Nullable String definer) {

    Optional<Trigger> portable(TableName called) {
        return new TriggerBody(body).trigger(called);
    }

    EngineObject engineObject() {
        return new EngineObject(
                "trigger",
                Name.of(name),
                "CREATE " + (definer == null ? "" : ViewText.definer(definer) + " ") + "TRIGGER " + quoted(name) + " "
                        + when + " ON " + quoted(table) + " FOR EACH ROW " + body);
    }

    private static String quoted(String text) {
        return "`" + text.replace("`", "``") + "`";
    }
}
