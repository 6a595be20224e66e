package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.ServerFaults;
import io.lava4j.connector.mysql.session.ServerText;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.spi.Connector.Finding;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a server's name to its greeting. */
final class WayIn implements AutoCloseable {

    private static final int TOO_MANY_CONNECTIONS = 1040;
    private static final int HOST_BLOCKED = 1129;

    private final ConnectionSettings settings;
    private List<InetAddress> addresses = List.of();
    private Optional<Conversation> talk = Optional.empty();

    WayIn(ConnectionSettings settings) {
        this.settings = settings;
    }

    Finding resolve() {
        String host = settings.address().plainHost();
        try {
            addresses = List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            return Finding.failed(
                    "host '" + host
                            + "' is no name that this machine can look up: it is mistyped, or of a private network"
                            + " that this machine is not in",
                    "getent hosts " + host);
        }
        return Finding.ok("'" + host + "' is "
                + addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
    }

    /** The first that answers, in the order in which they are dialled. */
    Finding dial() throws IOException {
        IOException last = new ConnectException();
        for (InetAddress address : addresses) {
            try {
                return answered(
                        address,
                        Conversation.begin(new InetSocketAddress(
                                address, settings.address().port())));
            } catch (ClosedByInterruptException stopped) {
                throw new CancelledException(
                        new ServerFaults(settings).at("was not dialled to its end: interrupted"), stopped);
            } catch (IOException failed) {
                last = failed;
            }
        }
        return silence(last);
    }

    Conversation talk() {
        return talk.orElseThrow();
    }

    private Finding answered(InetAddress address, Conversation begun) {
        talk = Optional.of(begun);
        String where = address.getHostAddress() + ", port " + settings.address().port() + ": ";
        return begun.greeting().isError()
                ? Finding.failed(
                        where + "the server refuses to talk: "
                                + ServerText.of(begun.greeting().errorText()),
                        talkAgain(begun.greeting().errorCode()))
                : Finding.ok(where + "version " + ServerText.of(begun.greeting().version()));
    }

    private static String talkAgain(int code) {
        return switch (code) {
            case TOO_MANY_CONNECTIONS ->
                "SHOW PROCESSLIST, as an administrator: who holds them? then end those, or raise max_connections";
            case HOST_BLOCKED ->
                "TRUNCATE TABLE performance_schema.host_cache, on MariaDB FLUSH HOSTS, as an administrator: lets this machine"
                        + " in again";
            default -> "ask who runs it";
        };
    }

    private Finding silence(IOException failure) {
        String where = settings.address() + ": ";
        if (failure instanceof SocketTimeoutException) {
            return Finding.failed(
                    where
                            + "no answer within 10 s: a firewall or security group drops what this machine sends, or another"
                            + " kind of server listens there",
                    reach());
        }
        if (failure instanceof ConnectException) {
            return Finding.failed(
                    where + "the connection is refused: nothing listens on that port, or the server is down", reach());
        }
        String said = Stream.ofNullable(failure.getMessage()).findFirst().orElse("the server hung up");
        return Finding.failed(
                where + "no greeting of a MySQL server (" + said + "): another kind of server listens there", reach());
    }

    private String reach() {
        return "nc -vz " + settings.address().plainHost() + " "
                + settings.address().port() + ", and check host and port";
    }

    @Override
    public void close() {
        talk.ifPresent(Conversation::close);
    }
}
