package io.godwit.tck;

/**
 * The whole contract suite. A dialect's test is one class that implements this and supplies a {@link
 * io.godwit.tck.harness.Workbench} over a real database; a contract added here reaches every dialect.
 */
public interface DialectTck
        extends CheckContract,
                ColumnContract,
                ColumnRenameContract,
                ColumnTypeChangeContract,
                CommentContract,
                ConcurrentRunContract,
                ConstraintNameContract,
                DatabaseObjectContract,
                DecimalContract,
                DefaultContract,
                FailureContract,
                ForeignKeyContract,
                GeneratedColumnContract,
                IdentityContract,
                IndexContract,
                IndexFeatureContract,
                IntrospectionContract,
                JsonContract,
                KeyContract,
                LockContract,
                NameContract,
                NullabilityContract,
                RandomUndoContract,
                RebuildContract,
                RollbackContract,
                RowContract,
                RunContract,
                SchemaContract,
                SqlTextContract,
                TableContract,
                TextContract,
                TimeContract,
                TransactionContract,
                TriggerContract,
                TypeContract,
                UndoContract,
                ViewContract {}
