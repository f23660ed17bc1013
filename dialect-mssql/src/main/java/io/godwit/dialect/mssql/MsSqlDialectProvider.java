package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The door to SQL Server, from version 2017 on. Stateless and thread-safe. */
public final class MsSqlDialectProvider implements DialectProvider {

    /** For {@link java.util.ServiceLoader}, and for hosts that register providers themselves. */
    public MsSqlDialectProvider() {}

    @Override
    public String engine() {
        return MsSqlDialect.ENGINE;
    }

    /** Azure's databases call themselves version 12 and are the newest. */
    @Override
    public Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException {
        if (!"Microsoft SQL Server".equals(metadata.getDatabaseProductName())) {
            return Optional.empty();
        }
        int major = metadata.getDatabaseMajorVersion();
        if (major < MsSqlVersion.OLDEST.major() && major != 12) {
            throw new UnsupportedByDialectException(new Unsupported(
                    engine(),
                    "version " + metadata.getDatabaseProductVersion(),
                    "it is older than SQL Server " + MsSqlVersion.OLDEST,
                    "upgrade the server"));
        }
        return Optional.of(new MsSqlDialect(major == 12 ? MsSqlVersion.parse("2019") : new MsSqlVersion(major)));
    }

    @Override
    public Dialect forVersion(String version) {
        return new MsSqlDialect(MsSqlVersion.parse(version));
    }

    /** Every one, by its year. */
    @Override
    public List<String> versions() {
        return List.of("2017", "2019", "2022", "2025");
    }
}
