package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.PrivilegeNeed.Act;
import io.godwit.migration.OnConflict;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Reference;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the operations of a plan need privileges for, and where; SQL text is the engine's own business. For one thread. */
final class PrivilegeNeeds {

    private final Dialect dialect;
    private final Map<PrivilegeNeed, Set<String>> places = new LinkedHashMap<>();
    private final Set<TableName> made = new HashSet<>();
    private final Set<Name> schemas = new HashSet<>();
    private String place = "";

    PrivilegeNeeds(Dialect dialect) {
        this.dialect = dialect;
    }

    Map<PrivilegeNeed, Set<String>> all() {
        return places;
    }

    void add(String where, Operation operation) {
        place = where;
        if (operation instanceof CreateTable create) {
            make(Act.CREATE_TABLE, create.table().name());
            references(create.table());
        } else if (operation instanceof CreateView create) {
            // Where the engine has none, a materialized view is a table or a plain view: that is the dialect's
            // business.
            if (!create.view().materialized() || dialect.supports(Feature.MATERIALIZED_VIEWS)) {
                make(Act.CREATE_VIEW, create.view().name());
            }
        } else if (operation instanceof CreateSequence create) {
            make(Act.CREATE_SEQUENCE, create.sequence().name());
        } else if (operation instanceof CreateSchema create) {
            need(Act.CREATE_SCHEMA, new TableName(null, create.schema()), false);
            schemas.add(create.schema());
        } else if (operation instanceof RenameTable rename) {
            need(Act.RENAME_TABLE, rename.from());
            made.add(dialect.known(rename.to()));
        } else {
            addDropOrRows(operation);
        }
    }

    /** Of rows that move. */
    void add(String where, Transform transform) {
        place = where;
        boolean inPlace = transform.source() instanceof TransformSource.FromTable table
                && table.name().equals(transform.target());
        if (!inPlace) {
            need(Act.INSERT_ROWS, transform.target());
        }
        if (inPlace || transform.onConflict() == OnConflict.UPDATE) {
            need(Act.UPDATE_ROWS, transform.target());
        }
    }

    private void addDropOrRows(Operation operation) {
        if (operation instanceof DropTable drop) {
            need(Act.DROP_TABLE, drop.table());
        } else if (operation instanceof DropView drop) {
            need(Act.DROP_VIEW, drop.view());
        } else if (operation instanceof DropSequence drop) {
            need(Act.DROP_SEQUENCE, drop.sequence());
        } else if (operation instanceof DropSchema drop) {
            need(Act.DROP_SCHEMA, new TableName(null, drop.schema()), schemas.contains(drop.schema()));
        } else if (operation instanceof InsertRows insert) {
            need(Act.INSERT_ROWS, insert.table());
        } else if (operation instanceof UpsertRows upsert) {
            need(Act.INSERT_ROWS, upsert.table());
        } else if (operation instanceof UpdateRows update) {
            need(Act.UPDATE_ROWS, update.table());
        } else if (operation instanceof DeleteRows delete) {
            need(Act.DELETE_ROWS, delete.table());
        } else {
            addPart(operation);
        }
    }

    private void addPart(Operation operation) {
        if (operation instanceof CreateTrigger create) {
            need(Act.CREATE_TRIGGER, create.trigger().table());
        } else if (operation instanceof DropTrigger drop) {
            need(Act.DROP_TRIGGER, drop.table());
        } else {
            Touched.by(operation).ifPresent(table -> need(Act.ALTER_TABLE, table));
        }
        if (operation instanceof AddForeignKey add) {
            need(Act.REFER_TO, add.key().table());
        } else if (operation instanceof AddColumn add) {
            references(add.column());
        }
    }

    private void references(Table table) {
        table.columns().forEach(this::references);
        table.foreignKeys().forEach(key -> need(Act.REFER_TO, key.table()));
    }

    private void references(Column column) {
        Reference reference = column.references();
        if (reference != null) {
            need(Act.REFER_TO, reference.table());
        }
    }

    /** Of what is made, the schema is the ground; where names are folded there is none. */
    private void make(Act act, TableName object) {
        TableName known = dialect.known(object);
        need(act, object, known.schema().filter(schemas::contains).isPresent());
        made.add(known);
    }

    private void need(Act act, TableName object) {
        need(act, object, made.contains(dialect.known(object)));
    }

    void need(String where, Act act, TableName object) {
        place = where;
        need(act, object, false);
    }

    private void need(Act act, TableName object, boolean ownGround) {
        PrivilegeNeed need = new PrivilegeNeed(act, dialect.known(object), ownGround);
        places.computeIfAbsent(need, any -> new LinkedHashSet<>()).add(place);
    }

    /** Where something is needed. */
    List<String> places(PrivilegeNeed need) {
        return new ArrayList<>(places.getOrDefault(need, Set.of()));
    }
}
