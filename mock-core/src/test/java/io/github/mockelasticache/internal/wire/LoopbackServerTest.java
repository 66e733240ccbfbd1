package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopbackServerTest {

    @Test
    void the_server_survives_a_connection_that_cannot_be_accepted() throws IOException {
        ServerSocket serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()) {
            private int failures = 3;

            @Override
            public Socket accept() throws IOException {
                if (failures-- > 0) {
                    throw new SocketException("Too many open files");
                }
                return super.accept();
            }
        };
        RoutedHttpService service = new RoutedHttpService(new RequestRouter(
                Map.of("/", request -> HttpResponse.of(200, "text/plain", "hello")), new ErrorAnswers(() -> "id")));
        try (LoopbackServer server = LoopbackServer.start(serverSocket, service, Duration.ofSeconds(20));
                RawConnection connection = new RawConnection(URI.create("http://127.0.0.1:" + server.port()))) {
            connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(connection.answer().body()).isEqualTo("hello");
        }
    }
}
