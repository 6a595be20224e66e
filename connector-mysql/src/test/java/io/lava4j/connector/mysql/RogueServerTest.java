package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.rogue.MySqlMischief;
import io.lava4j.sandbox.rogue.RogueMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server does to the driver before it is of use: it gets no file and no password, and what is wrong is told. */
@ExtendWith(SandboxExtension.class)
@Timeout(300)
class RogueServerTest {

    private static final String PASSWORD = "pa55word of the victim";
    private static final String CONTENT = "what nobody asked for";
    private static final String CHECK = "; check host and port, and that the server runs";

    @TempDir
    private Path folder;

    private final Map<String, Object> spec =
            new HashMap<>(Map.of("type", "mysql", "host", "127.0.0.1", "database", "d", "user", "victim"));
    private Sandbox sandbox;

    @BeforeEach
    void remember(Sandbox given) {
        sandbox = given;
    }

    @ParameterizedTest
    @EnumSource
    void getsNothingInPlainText(MySqlMischief mischief) throws IOException {
        String told = told(mischief);

        assertTrue(told.matches(expected(mischief)), told);
    }

    /** A load asks more of a server than a query does. */
    @ParameterizedTest
    @EnumSource(names = "FILE_.*", mode = EnumSource.Mode.MATCH_ALL)
    void getsNothingOfALoad(MySqlMischief mischief) throws IOException {
        try (RogueMySql rogue = rogue(mischief)) {
            spec.put("port", rogue.port());
            Load load = Load.by("victim", PASSWORD, sandbox.mysql().newDatabase(), "t")
                    .with("port", rogue.port())
                    .of("1\n");

            String told = load.failure(LavaException.class);

            assertTrue(told.contains(": server 127.0.0.1:" + rogue.port() + " "), told);
            assertKept(rogue);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "(NO_TLS|CLEAR_PASSWORD.*|PUBLIC_KEY|FILE_AFTER_LOGIN)", mode = EnumSource.Mode.MATCH_ALL)
    void withoutTlsItDoesNotComeToALogin(MySqlMischief mischief) throws IOException {
        spec.put("ssl", true);

        assertEquals(
                "offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false",
                told(mischief));
    }

    @Test
    void plainTextInThePlaceOfTlsIsNoTls() throws IOException {
        spec.put("ssl", true);

        assertEquals(
                "cannot be reached: Unsupported or unrecognized SSL message" + CHECK,
                told(MySqlMischief.PLAIN_TEXT_AFTER_TLS_REQUEST));
    }

    /** The packet before TLS says that the login is done: it is not taken for one after. */
    @Test
    void whatIsSentBeforeTlsIsNoAnswerInIt() throws IOException {
        spec.put("ssl", true);

        assertEquals(
                "wants user 'victim' to log in in a way that lava does not offer (Unable to load authentication plugin"
                        + " 'no_such_plugin'.); give the user another authentication plugin, such as"
                        + " caching_sha2_password",
                told(MySqlMischief.INJECTION_BEFORE_TLS));
    }

    @Test
    void aCertificateOfAnotherCaEndsBeforeTheLogin() throws IOException {
        Path otherCa = Path.of("src/test/resources/io/lava4j/connector/mysql/three-authorities.pem");
        spec.putAll(Map.of("ssl", true, "ca_cert", otherCa.toAbsolutePath().toString()));

        try (RogueMySql rogue = rogue(MySqlMischief.FALSE_CERTIFICATE)) {
            String told = assertThrows(
                            ConfigurationException.class,
                            () -> connection(rogue).open().close())
                    .getMessage();

            assertTrue(told.contains(" shows a certificate that no CA of ca_cert '" + otherCa.toAbsolutePath()), told);
            assertFalse(rogue.loot().contains("victim"), "not even the name of the user");
        }
    }

    private String told(MySqlMischief mischief) throws IOException {
        try (RogueMySql rogue = rogue(mischief)) {
            Exception failure =
                    assertThrows(Exception.class, () -> connection(rogue).open().close());

            assertTrue(failure instanceof SQLException || failure instanceof LavaException, failure.toString());
            assertKept(rogue);
            return failure.getMessage().replace("connection 'test': server 127.0.0.1:" + rogue.port() + " ", "");
        }
    }

    private RogueMySql rogue(MySqlMischief mischief) throws IOException {
        return sandbox.rogue(mischief, Files.writeString(folder.resolve("file"), CONTENT));
    }

    private static void assertKept(RogueMySql rogue) {
        for (String secret : List.of(PASSWORD, CONTENT)) {
            assertFalse(rogue.loot().contains(secret), rogue.loot());
        }
    }

    private MySqlConnection connection(RogueMySql rogue) {
        spec.put("port", rogue.port());
        return MySqlConnection.of(
                new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> ""),
                new LentContext("victim", PASSWORD));
    }

    private static String expected(MySqlMischief mischief) {
        return switch (mischief) {
            case FILE_BEFORE_ANY_QUERY, FILE_AT_EVERY_QUERY, FILE_OVER_TLS ->
                "asks for a file of this machine, which it does not get; whoever runs it means harm: check host and port";
            case CLEAR_PASSWORD_AT_GREETING, CLEAR_PASSWORD, PUBLIC_KEY, OLDER_PUBLIC_KEY ->
                "wants the password of user 'victim' over TLS, and the session has none; set ssl to true";
            case OLD_PASSWORD,
                    OLDEST_SWITCH,
                    DIALOG,
                    UNKNOWN_PLUGIN,
                    PLUGIN_IN_ANOTHER_FOLDER,
                    CLOUD_SIGNATURE,
                    OPENID_TOKEN,
                    KERBEROS_TICKET,
                    LDAP_SECRET,
                    SECURITY_KEY,
                    WINDOWS_LOGIN,
                    INJECTION_BEFORE_TLS ->
                "wants user 'victim' to log in in a way that lava does not offer \\(Unable to load authentication plugin"
                        + " '.*'\\.\\); give the user another authentication plugin, such as caching_sha2_password";
            case FILE_AFTER_LOGIN, FILE_AFTER_SWITCH, NO_TLS, FALSE_CERTIFICATE, ENORMOUS_FIELD ->
                "cannot be reached: the connection was lost" + CHECK;
            case PLAIN_TEXT_AFTER_TLS_REQUEST -> "cannot be reached: Unsupported or unrecognized SSL message" + CHECK;
            case ENDLESS_ROWS, ENDLESS_RESULTS ->
                "cannot be reached: it sends more than 4 MiB in answer to one question" + CHECK;
            case ERROR_THAT_REWRITES_THE_TERMINAL ->
                "refuses the login:  \\[2J \\]0;owned all is well lava: rows loaded \\(error 1040\\)";
            default -> "cannot be reached: what answers does not speak as a MySQL server does \\(.+\\)" + CHECK;
        };
    }
}
