package io.godwit.dialect.mysql;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A server's JDBC URL as a data source of the driver that the URL names. Immutable. */
record ServerUrl(String text) {

    /** The same server, with a database. */
    ServerUrl database(String name) {
        return new ServerUrl(text.replaceFirst("^(jdbc:[a-z]+://[^/?]*)/?[^?]*", "$1/" + name));
    }

    /** The same server by MySQL's own driver. */
    ServerUrl byConnectorJ() {
        return new ServerUrl(text.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:"));
    }

    /** The same for another login. */
    ServerUrl as(String user, String password) {
        String others = text.replaceAll("([?&])(user|password)=[^&]*&?", "$1").replaceFirst("[?&]$", "");
        return new ServerUrl(others + (others.contains("?") ? "&" : "?") + "user=" + user + "&password=" + password);
    }

    DataSource dataSource() throws SQLException {
        if (text.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(text);
        }
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(text);
        return dataSource;
    }
}
