package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The commands of one session that are more than bytes to carry. */
final class Conversation {
    private final Statements statements;
    private final UserChanges changes;
    private final OutputStream client;
    private final OutputStream server;
    private OwnSession session;

    /** How the session becomes another user's. */
    interface UserChanges {
        /** Whether the client was told no. */
        boolean refuses(String user) throws IOException;

        /** Whether it was dealt with; otherwise it is to pass. */
        boolean perform(byte[] payload) throws IOException;
    }

    Conversation(
            Statements statements, UserChanges changes, OutputStream client, OutputStream server, OwnSession session) {
        this.statements = statements;
        this.changes = changes;
        this.client = client;
        this.server = server;
        this.session = session;
    }

    /** Whether the statement was dealt with; otherwise it is to pass. */
    boolean judge(byte[] payload) throws IOException {
        Optional<SqlText> text = Query.parse(payload, session.client().capabilities());
        return text.isPresent() && dealWith(text.get());
    }

    /** The same for a statement that is to be prepared. */
    boolean prepare(byte[] payload) throws IOException {
        SqlText text = Preparing.parse(payload);
        Verdict verdict = statements.judgePrepared(text.sql(), session);
        if (verdict instanceof Verdict.Replaced replaced) {
            Preparing.packet(new SqlText(replaced.sql(), text.charset())).write(server);
        } else if (verdict instanceof Verdict.Refused refused) {
            Errors.packet(1, refused).write(client);
        }
        return !(verdict instanceof Verdict.Pass);
    }

    private boolean dealWith(SqlText text) throws IOException {
        Verdict verdict = statements.judge(text.sql(), session);
        if (verdict instanceof Verdict.Replaced replaced) {
            Query.packet(
                            new SqlText(replaced.sql(), text.charset()),
                            session.client().capabilities())
                    .write(server);
        } else if (verdict instanceof Verdict.Awaited awaited) {
            session.await(new SqlText(awaited.sql(), text.charset()), awaited.afterwards())
                    .write(client);
        } else if (verdict instanceof Verdict.Refused refused) {
            Errors.packet(1, refused).write(client);
        }
        return !(verdict instanceof Verdict.Pass);
    }

    /** Whether a change of the user was dealt with; otherwise it is to pass. */
    boolean changeUser(byte[] payload) throws IOException {
        var fields = new Fields(payload);
        fields.number(1);
        String user = SqlText.of(fields.terminated()).sql();
        if (changes.refuses(user)) {
            return true;
        }
        Client same = session.client();
        session = new OwnSession(new Client(user, same.capabilities(), same.status()), session.in(), session.out());
        return changes.perform(payload);
    }
}
