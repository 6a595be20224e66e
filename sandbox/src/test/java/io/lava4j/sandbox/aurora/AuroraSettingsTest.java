package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxException;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class AuroraSettingsTest {
    private AuroraBehind aurora;

    @BeforeEach
    void start(Sandbox sandbox) throws IOException, SQLException {
        aurora = AuroraBehind.of(sandbox);
    }

    @Test
    void atTheStartAllIsWell() {
        assertEquals(
                Map.of(
                        AuroraSetting.AURORA_VERSION, "3.05.2",
                        AuroraSetting.AWS_DEFAULT_S3_ROLE, "arn:aws:iam::000000000000:role/sandbox-s3",
                        AuroraSetting.ASSOCIATED_ROLES, "arn:aws:iam::000000000000:role/sandbox-s3",
                        AuroraSetting.S3_ROUTE, "open",
                        AuroraSetting.S3_ACCESS, "allowed",
                        AuroraSetting.S3_ERROR_NUMBER, "63985"),
                aurora.settings().values());
    }

    @Test
    void sqlSwitchesThemToo() {
        aurora.mysql().execute("UPDATE aurora_stand_in.settings SET value = 's3stream' WHERE name = 's3_route'");

        assertEquals("s3stream", aurora.settings().values().get(AuroraSetting.S3_ROUTE));
    }

    @Test
    void aSettingTakesOnlyWhatItKnows() {
        var inJava = assertThrows(
                IllegalArgumentException.class, () -> aurora.settings().set(AuroraSetting.S3_ROUTE, "shut"));
        var inSql = assertThrows(SandboxException.class, () -> aurora.mysql()
                .execute("UPDATE aurora_stand_in.settings SET value = 'shut' WHERE name = 's3_route'"));

        assertEquals("s3_route: 'shut': expected what matches open|network connection|s3stream", inJava.getMessage());
        assertEquals(
                "A statement of the sandbox's failed: Check constraint 's3_route' is violated.", inSql.getMessage());
    }

    @Test
    void withoutAServerBehindTheSettingsAndTheStatementsThatAskForThemFail() throws SQLException, IOException {
        var nowhere = new MysqlDataSource();
        nowhere.setUrl("jdbc:mysql://127.0.0.1:1/");
        var settings = new AuroraSettings(nowhere);
        var none = new S3Loading(new S3Client(() -> URI.create(""), 1), aurora.folder(), new LoadHistory(nowhere));
        var statements = new AuroraStatements(settings, none, new IamIdentification("IDENTIFIED BY 'secret'"));

        var failure = assertThrows(IllegalStateException.class, settings::values);
        String start = "The settings of the Aurora stand-in, table aurora_stand_in.settings, are out of reach: ";
        assertEquals(start, failure.getMessage().substring(0, start.length()));
        try (JdbcBackend session = new JdbcBackend(aurora.mysql().connect(), statements)) {
            assertThrows(IOException.class, () -> session.run("SELECT aurora_version()"));
        }
    }

    @Test
    void setUpAgainLeavesThemAsTheyAre() {
        aurora.settings().set(AuroraSetting.AURORA_VERSION, "3.10.0");

        aurora.setup().run();

        assertEquals("3.10.0", aurora.settings().values().get(AuroraSetting.AURORA_VERSION));
    }
}
