package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The client's session, used by the stand-in between two of the client's commands. */
record OwnSession(Client client, OutputStream server, Diversion answers) implements Backend {
    @Override
    public List<List<String>> query(String sql) throws IOException, BackendException {
        var in = answers.here();
        try {
            Query.packet(new SqlText(sql, StandardCharsets.UTF_8), client.capabilities())
                    .write(server);
            return new Rows(in, client.capabilities()).read();
        } finally {
            answers.toClient();
        }
    }

    /** The answer to a statement of the client's that gives no rows, when all that is to be done after it is done. */
    Packet await(SqlText statement, Verdict.Afterwards afterwards) throws IOException {
        boolean succeeded = false;
        try {
            Packet answer = answer(statement);
            succeeded = answer.first() != Errors.MARK;
            return answer;
        } finally {
            afterwards.ended(succeeded);
        }
    }

    private Packet answer(SqlText statement) throws IOException {
        var in = answers.here();
        try {
            Query.packet(statement, client.capabilities()).write(server);
            return Packet.read(in);
        } finally {
            answers.toClient();
        }
    }

    @Override
    public String user() {
        return client.user();
    }
}
