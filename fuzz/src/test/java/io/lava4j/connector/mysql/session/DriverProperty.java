package io.lava4j.connector.mysql.session;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Spec;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Property;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Assertions;

/** Whatever host, database and program are called: the driver takes one host, one database, one attribute and no property. */
public final class DriverProperty implements Property {

    private static final List<String> HOSTS = List.of("db.example.com", "127.0.0.1", "::1", "[::1]", "a", "");

    @Override
    public void holds(Choices data) throws Exception {
        String host = data.one(HOSTS) + (data.yes() ? Hostile.text(data) : "");
        String database = Hostile.text(data);
        try {
            ServerAddress address = ServerAddress.of(
                    new Spec("connection 'x'", Map.of("host", host, "port", 3306), Path.of(""), pointer -> ""));
            url(address, database);
        } catch (LavaException refused) {
            // Nothing is dialled.
        }
        attribute(Hostile.text(data));
    }

    private static void url(ServerAddress address, String database) throws Exception {
        MysqlDataSource source = new MysqlDataSource();
        source.setServerName(address.hostForDriver());
        source.setPort(address.port());
        source.setDatabaseName(database);
        ConnectionUrl url = ConnectionUrl.getConnectionUrlInstance(source.getUrl(), new Properties());
        Assertions.assertEquals(1, url.getHostsList().size(), source::getUrl);
        HostInfo host = url.getMainHost();
        Assertions.assertEquals(address.hostForDriver(), host.getHost(), source::getUrl);
        Assertions.assertEquals(address.port(), host.getPort(), source::getUrl);
        // The driver takes blanks around a name away.
        Assertions.assertEquals(whole(database).trim(), host.getDatabase().trim(), source::getUrl);
        Assertions.assertTrue(
                List.of("dbname")
                        .containsAll(url.getConnectionArgumentsAsProperties().keySet()),
                source::getUrl);
    }

    /** A lone half of a character is none: it is written as a question mark. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void attribute(String program) {
        String attribute = ProgramName.attribute(program);
        Assertions.assertTrue(attribute.startsWith("program_name:"), attribute);
        Assertions.assertTrue(attribute.indexOf(',') < 0 && attribute.length() < 300, attribute);
        Assertions.assertTrue(
                attribute.codePoints().noneMatch(each -> each < ' ' || "'\"`\\".indexOf(each) >= 0), attribute);
    }
}
