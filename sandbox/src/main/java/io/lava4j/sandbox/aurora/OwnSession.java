package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The client's session, used by the stand-in between two of the client's commands. */
record OwnSession(Client client, InputStream in, OutputStream out) implements Backend {
    @Override
    public List<List<String>> query(String sql) throws IOException, BackendException {
        Query.packet(new SqlText(sql, StandardCharsets.UTF_8), client.capabilities())
                .write(out);
        return new Rows(in, client.capabilities()).read();
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
        Query.packet(statement, client.capabilities()).write(out);
        return Packet.read(in);
    }

    @Override
    public Map<String, String> status() {
        return client.status();
    }

    @Override
    public String user() {
        return client.user();
    }
}
