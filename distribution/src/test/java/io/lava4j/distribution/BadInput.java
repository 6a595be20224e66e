package io.lava4j.distribution;

import io.lava4j.sandbox.ServerCertificate;
import io.lava4j.sandbox.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A fault, and what the user is told of it. In the message {@code {db}} is the database and its user, {@code {port}} the
 * server's, {@code {bucket}} the bucket, {@code {specs}} the directory of specs, and {@code *} some text of the server or
 * the JDK within a line.
 */
enum BadInput {
    WRONG_JSON(
            2,
            place ->
                    place.connectionFile("dwh.json", "{\"conn_id\": \"dwh\",\n \"type\": \"mysql\" \"enabled\": true}"),
            """
            spec '{specs}/connections/dwh.json' is not valid, 1 fault:
              {specs}/connections/dwh.json:2:18: cannot be read: Unexpected character ('"' (code 34)): was expecting comma to separate Object entries"""),
    WRONG_YAML(
            2,
            place -> place.connectionFile("dwh.yaml", "conn_id: dwh\ntype: mysql\n  enabled: true\n"),
            """
            spec '{specs}/connections/dwh.yaml' is not valid, 1 fault:
              {specs}/connections/dwh.yaml:3:10: cannot be read: mapping values are not allowed here; indent fields alike, and put a value that holds ': ' in quotes"""),
    SEVEN_FAULTS(
            2,
            place -> place.connection("enabled", "perhaps")
                    .connection("host", "[a, b]")
                    .connection("port", 70_000)
                    .connection("user", 12)
                    .connection("password", true)
                    .connection("ssl", "{}")
                    .connection("ca_crt", "ca.pem"),
            """
            connection 'dwh' is not valid, 7 faults:
              {specs}/connections/dwh.yaml:2:10: /enabled: 'perhaps': expected true or false
              {specs}/connections/dwh.yaml:3:6: /ssl: an object: expected true or false
              {specs}/connections/dwh.yaml:6:7: /host: a list: expected a string
              {specs}/connections/dwh.yaml:7:7: /port: '70000': expected a port, 1 to 65535
              {specs}/connections/dwh.yaml:9:7: /user: '12': expected a string
              {specs}/connections/dwh.yaml:10:11: /password: (hidden): expected a string
              {specs}/connections/dwh.yaml:11:1: /ca_crt: is not a known field; did you mean 'ca_cert'?"""),
    UNKNOWN_TYPE(
            2,
            place -> place.connection("type", "mysqll"),
            "{specs}/connections/dwh.yaml:5:7: /type: connector type 'mysqll' is unknown; did you mean 'mysql'? Known on the module path: mariadb, mariadb-rds, mysql, mysql-aurora, mysql-rds"),
    DISABLED(
            2,
            place -> place.connection("enabled", false),
            "connection 'dwh' is not enabled: set 'enabled: true' in {specs}/connections/dwh.yaml"),
    PARAMETER_OUTSIDE_THE_REALM(
            2,
            place -> place.connection("password", "/lava/prod/dwh"),
            "connection 'dwh': password '/lava/prod/dwh' is outside the realm: expected the name of a parameter that begins with '/lava/dev/'"),
    PARAMETER_IS_A_STRING(
            1,
            place -> place.sandbox()
                    .aws()
                    .putString(place.parameterName(), place.database().password()),
            "connection 'dwh': parameter '/lava/dev/{db}' is not encrypted: expected a SecureString; store it again as one, and change the password"),
    SECRET_IS_NOT_JSON(
            1,
            place -> {
                place.sandbox()
                        .aws()
                        .putSecret(
                                place.database().name(),
                                "password=" + place.database().password());
                place.connection("secret_id", place.database().name());
            },
            "secret '{db}' is not a JSON object: expected {\"username\": …, \"password\": …, \"host\": …, \"port\": …}; store it so"),
    WRONG_PASSWORD(
            Servers.EACH,
            1,
            place -> place.sandbox().aws().putSecureString(place.parameterName(), "wrong"),
            "connection 'dwh': server 127.0.0.1:{port} refuses the credentials of user '{db}' (Access denied for user '{db}'@'*' (using password: YES)); they have not changed since"),
    NO_SERVER(
            1,
            place -> place.connection("port", 1),
            "connection 'dwh': server 127.0.0.1:* cannot be reached: the connection is refused; check host and port, and that the server runs"),
    NO_TLS(
            Servers.WITHOUT_TLS,
            2,
            place -> {},
            "connection 'dwh': server 127.0.0.1:{port} offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false"),
    CA_DOES_NOT_FIT(
            Servers.EACH,
            2,
            place -> place.connection("ca_cert", otherCa(place)),
            "connection 'dwh': server 127.0.0.1:{port} shows a certificate that no CA of ca_cert '{specs}/connections/other.pem' has signed (*); name the CA that has in ca_cert"),
    NO_BUCKET(
            1,
            place -> place.parameter("bucket", "no-such-bucket"),
            "bucket 'no-such-bucket' does not exist; check its name"),
    NO_KEY(
            1,
            place -> place.parameter("key", "no/such.csv"),
            "object 's3://{bucket}/no/such.csv' does not exist; check bucket and key, or set skip_missing if that is no failure"),
    NO_TABLE(
            Servers.EACH,
            1,
            place -> place.parameter("table", "nosuch"),
            "table '{db}.nosuch' does not exist, or the user has no rights on it; give 'columns' to have it created"),
    NO_COLUMN(
            Servers.EACH,
            1,
            place -> place.parameter("columns", "[id, name, nosuch]"),
            "table '{db}.t': column 'nosuch' does not exist; the table has id, name, day"),
    BAD_ARGS(
            2,
            place -> place.parameter("args", "[\"DELIMETER ','\", \"QUOTE 'ab'\"]"),
            """
            job 'load' is not valid, 2 faults:
              {specs}/jobs/load.yaml:11:10: /parameters/args/0: 'DELIMETER' is not a load option, did you mean 'DELIMITER'?
              {specs}/jobs/load.yaml:11:27: /parameters/args/1: 'QUOTE 'ab'' has more than one character between the quotes, expected one, or none"""),
    BAD_DATE(
            Servers.EACH,
            1,
            place -> place.data(rows(1, 70_000) + "70001,n,2024-02-31\n" + rows(70_002, 75_000)),
            "object 's3://{bucket}/data.csv', row 70001: * for column 'day' at row 70001 (error *); in all 1 warning and 0 skipped rows; mend the data, or allow such rows with max_warnings; nothing was loaded, table '{db}.t' is as it was"),
    DUPLICATE_KEY(
            Servers.EACH,
            1,
            place -> place.data("1,n,2024-01-01\n2,n,2024-01-01\n1,n,2024-01-01\n"),
            "object 's3://{bucket}/data.csv', Duplicate entry '1' for key '*PRIMARY' (error 1062); in all 1 warning and 1 skipped row; mend the data, or allow such rows with max_warnings; nothing was loaded, table '{db}.t' is as it was"),
    LOCAL_INFILE_OFF(
            Servers.WITHOUT_LOCAL_INFILE,
            1,
            place -> {},
            "table '{db}.t': server 127.0.0.1:{port} does not take local data: its local_infile is OFF; SET GLOBAL local_infile=ON, or local_infile=ON in its option file. This side has it on");

    private final Servers servers;
    private final int status;
    private final Spoiling spoiling;
    private final String message;

    BadInput(int status, Spoiling spoiling, String message) {
        this(Servers.ONE, status, spoiling, message);
    }

    BadInput(Servers servers, int status, Spoiling spoiling, String message) {
        this.servers = servers;
        this.status = status;
        this.spoiling = spoiling;
        this.message = message;
    }

    /** Where it is tried: both products where the server has a say. */
    List<Product> products() {
        return servers.products;
    }

    ServerOptions server() {
        return servers.options;
    }

    int status() {
        return status;
    }

    void spoil(Workplace place) throws IOException {
        spoiling.spoil(place);
    }

    String message() {
        return message;
    }

    /** Beside the connection, as its name is relative to that. */
    private static Path otherCa(Workplace place) throws IOException {
        Path resources = Path.of("../connector-mysql/src/test/resources");
        Path other = place.specs().resolve("connections/other.pem");
        Files.copy(resources.resolve("io/lava4j/connector/mysql/three-authorities.pem"), other);
        return other.getFileName();
    }

    private static String rows(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> id + ",n,2024-01-01\n")
                .collect(Collectors.joining());
    }

    /** What makes good input bad. */
    private interface Spoiling {
        void spoil(Workplace place) throws IOException;
    }

    private enum Servers {
        ONE(ServerOptions.standard(), Product.MYSQL),
        EACH(ServerOptions.standard(), Product.values()),
        WITHOUT_TLS(ServerOptions.standard().with(ServerCertificate.NONE), Product.values()),
        WITHOUT_LOCAL_INFILE(ServerOptions.standard().with("--local-infile=0"), Product.values());

        private final ServerOptions options;
        private final List<Product> products;

        Servers(ServerOptions options, Product... products) {
            this.options = options;
            this.products = List.of(products);
        }
    }
}
