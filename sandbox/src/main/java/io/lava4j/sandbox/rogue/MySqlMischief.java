package io.lava4j.sandbox.rogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What a rogue MySQL server does to a client. */
public enum MySqlMischief {
    FILE_INSTEAD_OF_GREETING(wire -> {
        wire.askForFile();
        wire.drain();
    }),
    FILE_AFTER_LOGIN(wire -> {
        wire.receiveLogin();
        wire.askForFile();
        wire.drain();
    }),
    FILE_AFTER_SWITCH(wire -> {
        wire.receiveLogin();
        wire.switchTo(RogueWire.NATIVE);
        wire.receive();
        wire.askForFile();
        wire.drain();
    }),
    FILE_BEFORE_ANY_QUERY(wire -> {
        wire.letIn();
        wire.askForFile();
        wire.drain();
    }),
    FILE_AT_EVERY_QUERY(wire -> {
        wire.letIn();
        while (true) {
            wire.receive();
            wire.askForFile();
        }
    }),
    FILE_OVER_TLS(wire -> {
        wire.offerTls();
        wire.receiveLoginOverTls();
        wire.ok();
        while (true) {
            wire.receive();
            wire.askForFile();
        }
    }),
    CLEAR_PASSWORD_AT_GREETING(wire -> {
        wire.greet("mysql_clear_password");
        wire.drain();
    }),
    CLEAR_PASSWORD(switchingTo("mysql_clear_password")),
    OLD_PASSWORD(switchingTo("mysql_old_password")),
    OLDEST_SWITCH(wire -> {
        wire.receiveLogin();
        wire.send(Payload.of(0xfe));
        wire.drain();
    }),
    DIALOG(wire -> {
        wire.receiveLogin();
        wire.send(Payload.of(0xfe).text("dialog\0\4Password: "));
        wire.drain();
    }),
    UNKNOWN_PLUGIN(switchingTo("no_such_plugin")),
    PLUGIN_IN_ANOTHER_FOLDER(switchingTo("../../../tmp/plugin")),
    CLOUD_SIGNATURE(switchingTo("authentication_oci_client")),
    OPENID_TOKEN(switchingTo("authentication_openid_connect_client")),
    KERBEROS_TICKET(switchingTo("authentication_kerberos_client")),
    LDAP_SECRET(switchingTo("authentication_ldap_sasl_client")),
    SECURITY_KEY(switchingTo("authentication_webauthn_client")),
    WINDOWS_LOGIN(switchingTo("authentication_windows_client")),
    /** It would give a key of its own, and read what is encrypted with it. */
    PUBLIC_KEY(wire -> {
        wire.greet("caching_sha2_password");
        wire.receive();
        wire.more(4);
        wire.receive();
        wire.giveKey();
    }),
    OLDER_PUBLIC_KEY(wire -> {
        wire.receiveLogin();
        wire.switchTo("sha256_password");
        wire.receive();
        wire.giveKey();
    }),
    ENDLESS_SWITCHES(wire -> {
        wire.receiveLogin();
        while (true) {
            wire.switchTo(RogueWire.NATIVE);
            wire.receive();
        }
    }),
    ENDLESS_QUESTIONS(wire -> {
        wire.receiveLogin();
        while (true) {
            wire.more(1, 2, 3);
        }
    }),
    NO_TLS(wire -> {
        wire.greet(RogueWire.NATIVE);
        wire.drain();
    }),
    PLAIN_TEXT_AFTER_TLS_REQUEST(wire -> {
        wire.offerTls();
        wire.receive();
        wire.ok();
        wire.drain();
    }),
    /** Its packets in plain text lie before the client's TLS begins, to be read once it has. */
    INJECTION_BEFORE_TLS(wire -> {
        wire.offerTlsAndInject(Payload.of(0, 0, 0, 2, 0, 0, 0));
        wire.receiveLoginOverTls();
        wire.switchTo("no_such_plugin");
        wire.drain();
    }),
    FALSE_CERTIFICATE(wire -> {
        wire.offerTls();
        wire.receiveLoginOverTls();
        wire.ok();
        wire.drain();
    }),
    NONSENSE(wire -> {
        byte[] nonsense = new byte[4096];
        new Random(9).nextBytes(nonsense);
        wire.raw(nonsense);
    }),
    NONSENSE_AFTER_LOGIN(wire -> {
        wire.receiveLogin();
        byte[] nonsense = new byte[4096];
        new Random(10).nextBytes(nonsense);
        wire.raw(nonsense);
    }),
    NONSENSE_AT_QUERY(wire -> {
        wire.letIn();
        wire.receive();
        wire.send(Payload.of(3, 0xfe, 0xff, 0xff));
        wire.send(Payload.of(0xfc));
        wire.raw("nonsense".repeat(100).getBytes(StandardCharsets.US_ASCII));
    }),
    ANOTHER_PROTOCOL(wire ->
            wire.raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII))),
    EMPTY_GREETING(wire -> wire.send(Payload.of())),
    ENDLESS_GREETING(RogueWire::endlessPacket),
    ENDLESS_LOGIN_ANSWER(wire -> {
        wire.receiveLogin();
        wire.endlessPacket();
    }),
    ENORMOUS_LENGTH(wire -> {
        wire.letIn();
        wire.receive();
        wire.raw(Payload.of(0xfe, 0xff, 0xff, 1, 1).toBytes());
    }),
    ENDLESS_ANSWER(wire -> {
        wire.letIn();
        wire.receive();
        wire.endlessPacket();
    }),
    ENDLESS_ROWS(wire -> {
        wire.letIn();
        wire.receive();
        wire.column();
        wire.endlessRows();
    }),
    ENDLESS_COLUMNS(wire -> {
        wire.letIn();
        wire.receive();
        wire.send(Payload.of(0xfd, 0xff, 0xff, 0xff));
        while (true) {
            wire.columnDefinition();
        }
    }),
    MORE_COLUMNS_THAN_NUMBERS(wire -> {
        wire.letIn();
        wire.receive();
        wire.send(Payload.of(0xfe).number(Long.MAX_VALUE, 8));
        wire.columnDefinition();
    }),
    ENORMOUS_FIELD(wire -> {
        wire.letIn();
        wire.receive();
        wire.column();
        wire.send(Payload.of(0xfe).number(Integer.MAX_VALUE - 8, 8).text("x"));
    }),
    NEGATIVE_FIELD(wire -> {
        wire.letIn();
        wire.receive();
        wire.column();
        wire.send(Payload.of(0xfe).number(-1L, 8).text("x"));
    }),
    ENDLESS_RESULTS(wire -> {
        wire.letIn();
        wire.receive();
        while (true) {
            wire.okAndMore();
        }
    }),
    ENORMOUS_ERROR(wire -> {
        wire.receiveLogin();
        wire.send(Payload.of(0xff, 0x15, 4).text("#28000" + "no ".repeat(300_000)));
    }),
    ERROR_THAT_REWRITES_THE_TERMINAL(wire -> {
        wire.receiveLogin();
        wire.send(Payload.of(0xff, 0x10, 4).text("#08004\33[2J\33]0;owned\7all is well\r\nlava: rows loaded"));
    });

    private final Meeting meeting;

    MySqlMischief(Meeting meeting) {
        this.meeting = meeting;
    }

    void meet(RogueWire wire) throws IOException {
        meeting.with(wire);
    }

    private static Meeting switchingTo(String plugin) {
        return wire -> {
            wire.receiveLogin();
            wire.switchTo(plugin);
            wire.drain();
        };
    }

    private interface Meeting {
        void with(RogueWire wire) throws IOException;
    }
}
