package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The commands of one session that are more than bytes to carry. */
final class Conversation {
    private static final Verdict.Refused NO_CHANGE = new Verdict.Refused(
            1235, "42000", "This version of the Aurora stand-in doesn't yet support 'COM_CHANGE_USER to an IAM user'");

    private final Statements statements;
    private final IamUsers iamUsers;
    private final OutputStream client;
    private final OutputStream server;
    private OwnSession session;

    Conversation(
            Statements statements, IamUsers iamUsers, OutputStream client, OutputStream server, OwnSession session) {
        this.statements = statements;
        this.iamUsers = iamUsers;
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

    /** Whether a change of the user was refused; otherwise it is to pass. */
    boolean changeUser(byte[] payload) throws IOException {
        var fields = new Fields(payload);
        fields.number(1);
        String user = SqlText.of(fields.terminated()).sql();
        if (iamUsers.contains(user)) {
            Errors.packet(1, NO_CHANGE).write(client);
            return true;
        }
        session =
                new OwnSession(new Client(user, session.client().capabilities()), session.server(), session.answers());
        return false;
    }
}
