package io.godwit.dialect.mysql;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.godwit.tck.harness.NativeClient;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** What one of its parameters says; empty if it is not there. */
    private String parameter(String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /**
     * A client on the database; empty where this machine has none.
     *
     * @param programs those that know how to log in, the best first
     */
    Optional<NativeClient> client(List<String> programs) {
        URI place = URI.create(text.substring("jdbc:".length()));
        return NativeClient.find(
                        programs,
                        List.of(
                                "--no-defaults",
                                "--protocol=tcp",
                                "--host=" + place.getHost(),
                                "--port=" + (place.getPort() < 0 ? 3306 : place.getPort()),
                                "--user=" + parameter("user"),
                                "--default-character-set=utf8mb4",
                                place.getPath().substring(1)))
                .map(client -> client.with("MYSQL_PWD", parameter("password")));
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
