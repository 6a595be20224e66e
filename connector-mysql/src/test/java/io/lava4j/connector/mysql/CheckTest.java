package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Connector.Grade;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerOptions;
import io.lava4j.testing.Walk;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each step of the way to a server, with exactly that broken. */
@ExtendWith(SandboxExtension.class)
class CheckTest {

    private static final List<String> BEHIND = List.of("server", "rights on the target", "table of runs");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whereAllIsWellEachStepSaysWhatItSaw(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        database.execute("CREATE TABLE lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
                + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))");
        String version = database.query("SELECT VERSION()").get(0).get(0);
        String plugin = product == Product.MYSQL ? "caching_sha2_password" : "mysql_native_password";

        Walk walk = walk(verified(Load.into(database, "t"), server));

        assertEquals(Finding.ok("'127.0.0.1' is 127.0.0.1"), walk.found("name resolves"));
        assertEquals(
                Finding.ok("127.0.0.1, port " + server.port() + ": version " + version.replaceFirst("-log$", "")),
                walk.found("port answers"));
        String tls = walk.found("TLS").seen();
        assertTrue(
                tls.matches("TLSv1\\.[23], TLS_[A-Z0-9_]+; certificate of 'CN=lava4j sandbox localhost' signed by"
                        + " 'CN=lava4j sandbox ca', good until 20\\d\\d-\\d\\d-\\d\\d; ca_cert has signed it, and it is for"
                        + " '127\\.0\\.0\\.1'"),
                tls);
        assertEquals(
                Finding.ok("user '" + database.user() + "' is in, as '" + database.user()
                        + "'@'%'; the server asks for " + plugin),
                walk.found("login"));
        String seen = walk.found("server").seen();
        assertTrue(
                seen.matches("\\Q" + version
                        + "\\E \\([^)]+\\); local_infile on; sql_mode [A-Z_, ]*STRICT_TRANS_TABLES[A-Z_, ]*;"
                        + " time zone that of its machine, \\w+"),
                seen);
        assertEquals(
                Finding.ok("user '" + database.user() + "'@'%' has every right on database '" + database.name()
                        + "' that jobs need"),
                walk.found("rights on the target"));
        assertEquals(
                Finding.ok("'" + database.name()
                        + ".lava_runs' can be written: a COMMIT whose answer is lost is looked up there"),
                walk.found("table of runs"));
        assertEquals(7, walk.steps(Grade.OK).size(), walk::toString);
    }

    @Test
    void aNameThatNobodyKnows(Sandbox sandbox) {
        Walk walk = walk(in(sandbox).with("host", "nosuch.invalid"));

        assertEquals(
                Finding.failed(
                        "host 'nosuch.invalid' is no name that this machine can look up: it is mistyped, or of a private"
                                + " network that this machine is not in",
                        "getent hosts nosuch.invalid"),
                walk.found("name resolves"));
        assertEquals(
                List.of("port answers", "TLS", "login", "server", "rights on the target", "table of runs"),
                walk.skipped());
    }

    @Test
    void aPortWhereNobodyListens(Sandbox sandbox) {
        Walk walk = walk(in(sandbox).with("port", Served.NOBODYS_PORT));

        assertEquals(
                Finding.failed(
                        "127.0.0.1:1: the connection is refused: nothing listens on that port, or the server is down",
                        "nc -vz 127.0.0.1 1, and check host and port"),
                walk.found("port answers"));
        assertEquals(List.of("name resolves"), walk.steps(Grade.OK));
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH_9.2, what answers is no MySQL server", "'', the server hung up"})
    void anotherKindOfServer(String greeting, String seen, Sandbox sandbox) throws IOException {
        Finding finding = answered(greeting, in(sandbox));

        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(
                finding.seen()
                        .endsWith(
                                ": no greeting of a MySQL server (" + seen + "): another kind of server listens there"),
                finding.seen());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0410 | Too many connections | SHOW PROCESSLIST, as an administrator: who holds them? then end those, or"
                        + " raise max_connections",
                "0469 | Host is blocked | TRUNCATE TABLE performance_schema.host_cache, on MariaDB FLUSH HOSTS, as an"
                        + " administrator: lets this machine in again",
                "046a | Host may not | ask who runs it"
            })
    void aServerThatLetsNobodyTalk(String code, String said, String remedy, Sandbox sandbox) throws IOException {
        char high = (char) Integer.parseInt(code.substring(0, 2), 16);
        char low = (char) Integer.parseInt(code.substring(2), 16);

        Finding finding = answered((char) (3 + said.length()) + "\0\0\0\u00ff" + low + high + said, in(sandbox));

        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(finding.seen().endsWith(": the server refuses to talk: " + said), finding.seen());
        assertEquals(remedy, finding.remedy());
    }

    /** A terminal would obey what follows U+009B. */
    @Test
    void whatAServerSaysIsOneLineOfThatLength(Sandbox sandbox) throws IOException {
        String said = "\u00c2\u009b2J" + "x".repeat(1_200);
        char length = (char) (3 + said.length());

        Finding finding = answered(
                "" + (char) (length & 0xff) + (char) (length >> 8) + "\0\0\u00ff\u006a\u0004" + said, in(sandbox));

        assertTrue(
                finding.seen().endsWith(": the server refuses to talk:  2J" + "x".repeat(997) + "…"), finding.seen());
    }

    @ParameterizedTest
    @EnumSource
    void aServerWithoutTls(Product product, Sandbox sandbox) {
        DatabaseServer server = product.withoutTls(sandbox);

        assertEquals(
                Finding.failed(
                        "connection 'test': server 127.0.0.1:" + server.port()
                                + " offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false",
                        ""),
                walk(root(server).with("ssl", true)).found("TLS"));
        assertEquals(
                Finding.warning(
                        "the server offers none, so all data can be read and changed on its way",
                        "enable TLS at the server, and set ssl: true"),
                walk(root(server)).found("TLS"));
    }

    @Test
    void aPasswordThatIsNotSentWithoutTls(Sandbox sandbox) {
        Database database = Product.MYSQL.withoutTls(sandbox).newDatabase();

        Finding finding = walk(Load.into(database, "t")).found("login");

        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(
                finding.seen()
                        .endsWith("wants the password of user '" + database.user()
                                + "' over TLS, and the session has none; set ssl to true; the server asks for"
                                + " caching_sha2_password"),
                finding.seen());
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateThatNobodyVerifies(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);

        Finding unverified = walk(root(server).with("ssl", true)).found("TLS");
        assertEquals(Grade.WARNING, unverified.grade());
        assertTrue(
                unverified
                        .seen()
                        .endsWith("; not verified: whoever answers in the server's place is handed what logs in"),
                unverified.seen());
        assertEquals("name the CA's file in ca_cert", unverified.remedy());

        assertEquals(
                "ssl_mode: verify-ca, as 'required' ignores ca_cert",
                walk(verified(root(server), server).with("ssl_mode", "required"))
                        .found("TLS")
                        .remedy());
        Finding unasked = walk(root(server)).found("TLS");
        assertEquals(Grade.OK, unasked.grade());
        assertTrue(unasked.seen().endsWith("; neither demanded nor verified, as ssl is not true"), unasked.seen());
    }

    @ParameterizedTest
    @EnumSource
    void aCaThatHasNotSignedTheCertificate(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);

        Finding finding = walk(root(server).with("ssl_mode", "verify-ca")).found("TLS");

        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(
                finding.seen()
                        .contains("; the server shows a certificate that no CA of the Java runtime's trust store has"
                                + " signed ("),
                finding.seen());
        assertEquals(
                "openssl s_client -starttls mysql -showcerts -connect 127.0.0.1:" + server.port() + " </dev/null",
                finding.remedy());
    }

    @Test
    void aCaFileThatIsNone(Sandbox sandbox) throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "not a certificate");

        assertEquals(
                Finding.failed(
                        "connection 'test': ca_cert '" + text
                                + "' is not PEM: certificates between BEGIN CERTIFICATE and END CERTIFICATE were expected",
                        ""),
                walk(in(sandbox).with("ssl", true).with("ca_cert", text.toString()))
                        .found("TLS"));
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateForAnotherName(Product product, Sandbox sandbox) {
        DatabaseServer server = product.elsewhere(sandbox);

        Finding refused = walk(verified(root(server), server).with("ssl_mode", "verify-identity"))
                .found("TLS");
        assertEquals(Grade.FAILED, refused.grade());
        assertTrue(
                refused.seen()
                        .endsWith(
                                "; the server shows a certificate for another host name than '127.0.0.1'; use the name"
                                        + " in the certificate, or ssl_mode verify-ca"),
                refused.seen());

        Finding passed = walk(verified(root(server), server)).found("TLS");
        assertEquals(Grade.OK, passed.grade());
        assertTrue(
                passed.seen()
                        .endsWith(
                                "; ca_cert has signed it; it is for another name than '127.0.0.1', which verify-ca lets"
                                        + " pass"),
                passed.seen());
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPassword(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();

        Walk walk = walk(Load.by(database.user(), "wrong", database, "t"));

        Finding finding = walk.found("login");
        assertEquals(Grade.FAILED, finding.grade());
        assertTrue(
                finding.seen()
                        .matches("server 127\\.0\\.0\\.1:\\d+ refuses the credentials of user '" + database.user()
                                + "' \\(Access denied for user .* \\(using password: YES\\)\\); they have not changed"
                                + " since; the server asks for \\w+_password"),
                finding.seen());
        String question = finding.remedy().substring(0, finding.remedy().indexOf(", as an administrator"));
        assertEquals(
                question + ", as an administrator: is there one for this machine, and is it locked?"
                        + "\nthen store its password anew where the spec names it",
                finding.remedy());
        assertEquals(
                List.of(database.user(), "%"),
                product.in(sandbox).query(question).get(0).subList(0, 2));
        assertEquals(BEHIND, walk.skipped());
    }

    /** MySQL draws lots which plugin a user who is not there is asked for. */
    @ParameterizedTest
    @EnumSource
    void theRefusalOfATokenIsToldByWhatTheServerAskedFor(Product product, Sandbox sandbox) {
        Load load = in(product.in(sandbox));
        Credentials.Refusal refusal = asked -> "asked for " + asked.orElse("nothing");
        load.context.credentials = new Credentials("nobody", new Secret("wrong"), Optional.of(Instant.MAX), refusal);

        Finding finding = walk(load).found("login");

        assertTrue(finding.seen().matches(".*; asked for (caching_sha2|sha256|mysql_native)_password"), finding.seen());
        assertEquals("", finding.remedy());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsNotThere(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);

        Finding finding = walk(Load.asRoot(server, "no`such")).found("login");

        assertTrue(
                finding.seen().contains("has no database 'no`such'; create it, or correct 'database'"), finding.seen());
        assertEquals("CREATE DATABASE `no``such`", finding.remedy());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatTheUserMayNotUse(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database own = server.newDatabase();
        Database other = server.newDatabase();

        Finding finding =
                walk(Load.into(own, "t").with("database", other.name())).found("login");

        assertTrue(
                finding.seen()
                        .contains("gives user '" + own.user() + "' no rights on database '" + other.name()
                                + "'; grant them"),
                finding.seen());
        assertEquals(
                "GRANT SELECT, INSERT, DELETE, CREATE, ALTER, DROP, TRIGGER, CREATE TEMPORARY TABLES ON `"
                        + other.name() + "`.* TO '" + own.user() + "'@'%'",
                finding.remedy());
    }

    /** The account's host is the server's to tell; an underscore is any character to GRANT, unless it is escaped. */
    @ParameterizedTest
    @EnumSource
    void theRightsOfADatabaseAreGivenToTheAccountThatIsThere(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        String name = server.newDatabase().name();
        server.execute(
                "CREATE USER '" + name + "u'@'127.%' IDENTIFIED BY 'secret'",
                "CREATE DATABASE " + name + "_eu",
                "CREATE DATABASE " + name + "xeu");
        Load load = Load.by(name + "u", "secret", server.newDatabase(), "t").with("database", name + "_eu");

        String remedy = walk(load).found("login").remedy();
        assertTrue(remedy.endsWith(" ON `" + name + "\\_eu`.* TO '" + name + "u'@'127.%'"), remedy);
        server.execute(remedy);

        assertEquals(Grade.OK, walk(load).found("rights on the target").grade());
        assertEquals(
                Grade.FAILED,
                walk(load.with("database", name + "xeu")).found("login").grade());
    }

    @Test
    void aServerThatTakesNoFiles(Sandbox sandbox) {
        DatabaseServer server = sandbox.mariadb(ServerOptions.standard().with("--local-infile=0"));

        Finding finding = walk(root(server)).found("server");

        assertEquals(Grade.WARNING, finding.grade());
        assertTrue(finding.seen().contains("; local_infile off; "), finding.seen());
        assertTrue(finding.seen().endsWith(": data cannot be loaded through lava"), finding.seen());
        assertTrue(finding.remedy().startsWith("SET GLOBAL local_infile = 1, "), finding.remedy());
    }

    @Test
    void aServerThatOnlyReads(Sandbox sandbox) {
        Finding finding = walk(root(sandbox.mysql(ServerOptions.standard().with("--read-only=1"))))
                .found("server");

        assertEquals(Grade.WARNING, finding.grade());
        assertTrue(
                finding.seen().endsWith("; it is read-only, as a replica or reader is: nothing can be loaded into it"),
                finding.seen());
        assertEquals("name the server that writes as host", finding.remedy());
    }

    /** What is left out of the rights is told with what it is for; the statement that is told makes it good. */
    @ParameterizedTest
    @EnumSource
    void rightsThatAreLacking(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        String user = database.name() + "u";
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT ON " + database.name() + ".* TO " + user);
        Load load = Load.by(user, "secret", database, "t");

        Finding none = walk(load).found("rights on the target");
        assertEquals(
                Finding.failed(
                        "user '" + user + "'@'%' lacks INSERT on database '" + database.name()
                                + "': no job can load there",
                        "GRANT INSERT ON `" + database.name() + "`.* TO '" + user + "'@'%'"),
                none);

        server.execute(none.remedy());
        Finding some = walk(load).found("rights on the target");
        assertEquals(
                Finding.warning(
                        "user '" + user
                                + "'@'%' lacks DELETE, CREATE, ALTER, DROP, TRIGGER, CREATE TEMPORARY TABLES on database '"
                                + database.name()
                                + "', and with that: modes delete and switch, and REPLACE; modes truncate and drop, and new"
                                + " tables; modes truncate and drop, as triggers are invisible without it; columns tried"
                                + " before anything is changed",
                        "GRANT DELETE, CREATE, ALTER, DROP, TRIGGER, CREATE TEMPORARY TABLES ON `" + database.name()
                                + "`.* TO '" + user + "'@'%'"),
                some);

        server.execute(some.remedy());
        assertEquals(Grade.OK, walk(load).found("rights on the target").grade());
    }

    @ParameterizedTest
    @EnumSource
    void rightsOnOneTable(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        String user = database.name() + "u";
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "CREATE VIEW v AS SELECT * FROM t");
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT, INSERT ON " + database.name() + ".t TO " + user,
                "GRANT SELECT, INSERT ON " + database.name() + ".v TO " + user);
        Load load = Load.by(user, "secret", database, "t");

        assertEquals(
                Finding.warning(
                        "user '" + user + "'@'%' has rights on single tables of database '" + database.name()
                                + "' alone",
                        "look at one with --table TABLE"),
                walk(load).found("rights on the target"));
        Finding table = walk(load, database.name() + ".T").found("rights on the target");
        assertEquals(Grade.WARNING, table.grade());
        assertEquals(
                "GRANT DELETE, CREATE, ALTER, DROP, TRIGGER ON `" + database.name() + "`.`t` TO '" + user + "'@'%'",
                table.remedy());
        Finding view = walk(load, "v").found("rights on the target");
        assertEquals(Grade.FAILED, view.grade());
        assertTrue(view.seen().contains("'" + database.name() + ".v' is a view"), view.seen());
        assertEquals(
                Finding.failed(
                        "user '" + user + "'@'%' lacks SELECT, CREATE, ALTER, DROP, INSERT on table '" + database.name()
                                + ".new', which is not there: no job can load there",
                        "GRANT SELECT, CREATE, ALTER, DROP, INSERT ON `" + database.name() + "`.* TO '" + user
                                + "'@'%'"),
                walk(load, "new").found("rights on the target"));
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfRunsIsMadeByWhatIsToldOfIt(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        Load load = Load.into(database, "t");

        Finding missing = walk(load).found("table of runs");
        assertEquals(Grade.WARNING, missing.grade());
        assertEquals(
                "there is no 'lava_runs' in '" + database.name()
                        + "': a load whose COMMIT gets no answer is told as one that may or may not have been done",
                missing.seen());
        database.execute(missing.remedy());

        assertEquals(Grade.OK, walk(load).found("table of runs").grade());
        assertEquals(
                "there is no 'lava_runs' in 'elsewhere' or '" + database.name() + "x': a load whose COMMIT gets no"
                        + " answer is told as one that may or may not have been done",
                walk(load(product.in(sandbox), database.name() + "x").with("run_schema", "elsewhere"))
                        .found("table of runs")
                        .seen());
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfRunsThatTheUserMayNotWrite(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = server.newDatabase();
        String user = database.name() + "u";
        database.execute("CREATE TABLE lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY)");
        server.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT ON " + database.name() + ".lava_runs TO " + user);
        Load load = Load.by(user, "secret", database, "t");

        String table = "`" + database.name() + "`.`lava_runs` TO '" + user + "'@'%'";
        Finding none = walk(load).found("table of runs");
        assertEquals(
                Finding.failed(
                        "user '" + user + "'@'%' lacks SELECT or INSERT on '" + database.name()
                                + ".lava_runs': loads that do not swap tables fail, as they must write there",
                        "GRANT SELECT, INSERT, DELETE ON " + table),
                none);

        server.execute("GRANT INSERT ON " + table);
        assertEquals(
                Finding.warning(
                        "user '" + user + "'@'%' lacks DELETE on '" + database.name()
                                + ".lava_runs': rows of old runs stay there",
                        "GRANT DELETE ON " + table),
                walk(load).found("table of runs"));

        server.execute(none.remedy());
        assertEquals(Grade.OK, walk(load).found("table of runs").grade());
    }

    @Test
    void aTableOfRunsWhereNobodyWrites(Sandbox sandbox) {
        DatabaseServer server = sandbox.mysql(ServerOptions.standard().with("--read-only=1"));
        Database database = server.newDatabase();
        server.execute("CREATE TABLE " + database.name() + ".lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY)");

        assertEquals(
                Finding.warning(
                        "'" + database.name() + ".lava_runs' cannot be written, as the server is read-only",
                        "name the server that writes as host"),
                walk(Load.into(database, "t")).found("table of runs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "missing"})
    void toLookChangesNothing(String table, Sandbox sandbox) {
        Database database = sandbox.mysql().newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");

        walk(Load.into(database, "t"), table);

        assertEquals(List.of(List.of("1")), database.query("SELECT id FROM t"));
        assertEquals(List.of(List.of("t")), database.query("SHOW TABLES"));
        String sessions = "SELECT id FROM information_schema.processlist WHERE user = '" + database.user() + "'";
        Until.is("no session stays", () -> sandbox.mysql().query(sessions).isEmpty());
    }

    private static Load load(DatabaseServer server, String newSchema) {
        server.execute("CREATE DATABASE " + newSchema);
        return Load.asRoot(server, newSchema);
    }

    private static Load in(Sandbox sandbox) {
        return in(sandbox.mysql());
    }

    private static Load in(DatabaseServer server) {
        return Load.into(server.newDatabase(), "t");
    }

    private static Load root(DatabaseServer server) {
        return Load.asRoot(server, "mysql");
    }

    private static Load verified(Load load, DatabaseServer server) {
        return load.with("ssl", true).with("ca_cert", server.caFile().toString());
    }

    private static Walk walk(Load load) {
        return Walk.along(load.connection(), Optional.empty());
    }

    private static Walk walk(Load load, String table) {
        return Walk.along(load.connection(), Optional.of(table));
    }

    /** What is said of a server that sends this and no more. */
    private static Finding answered(String greeting, Load load) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept();
                        OutputStream out = socket.getOutputStream()) {
                    out.write(greeting.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException over) {
                    // The other side has gone.
                }
            });
            Finding finding = walk(load.with("port", server.getLocalPort())).found("port answers");
            answer.join();
            return finding;
        }
    }
}
