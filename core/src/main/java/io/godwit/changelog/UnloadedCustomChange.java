package io.godwit.changelog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import liquibase.change.AbstractChange;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;

/**
 * A {@code customChange} of a changelog, whose class is named and never loaded: Liquibase's own loads it, and makes an object of it, while
 * the changelog is parsed. Its checksum is that of a class that calculates none itself. Public for Liquibase alone, which makes it. For one
 * thread.
 */
@DatabaseChange(
        name = "customChange",
        description = "A class that is not loaded",
        priority = ChangeMetaData.PRIORITY_DATABASE)
@SuppressWarnings("exports")
public final class UnloadedCustomChange extends AbstractChange {

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String named = "";

    /** As Liquibase makes it. */
    public UnloadedCustomChange() {}

    /** In the place of Liquibase's own, for one scope. */
    static void in(ChangeFactory changes) {
        changes.unregister("customChange");
        changes.register(new UnloadedCustomChange());
    }

    /** The class, as it is written. */
    @DatabaseChangeProperty(isChangeProperty = false)
    public String getNamed() {
        return named;
    }

    @Override
    public boolean supports(Database database) {
        return true;
    }

    @Override
    public String getConfirmationMessage() {
        return "";
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return SqlStatement.EMPTY_SQL_STATEMENT;
    }

    @Override
    public Set<String> getSerializableFields() {
        return Set.of("class", "param");
    }

    @Override
    public Object getSerializableFieldValue(String field) {
        return field.equals("class") ? named : parameters;
    }

    @Override
    public SerializationType getSerializableFieldType(String field) {
        return SerializationType.NAMED_FIELD;
    }

    @Override
    public String getSerializedObjectNamespace() {
        return STANDARD_CHANGELOG_NAMESPACE;
    }

    @Override
    public void load(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
        named = String.valueOf(node.getChildValue(null, "class"));
        ParsedNode list = node.getChild(null, "params");
        for (ParsedNode each : (list == null ? node : list).getChildren(null, "param")) {
            Object value = each.getValue() == null ? each.getChildValue(null, "value") : each.getValue();
            parameters.put(String.valueOf(each.getChildValue(null, "name")), String.valueOf(value));
        }
    }
}
