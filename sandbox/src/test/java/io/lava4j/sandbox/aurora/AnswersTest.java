package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void fromAServerThatIsGoneNobodyWaitsForOne() throws IOException {
        try (var door = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                var toServer = new Socket(door.getInetAddress(), door.getLocalPort());
                var server = door.accept();
                var toClient = new Socket(door.getInetAddress(), door.getLocalPort())) {
            var answers = new Answers(new Wire(toServer), new Wire(toClient));
            server.shutdownOutput();
            answers.run();

            var failure = assertThrows(EOFException.class, answers::here);

            assertEquals("The server behind says nothing more", failure.getMessage());
        }
    }
}
