package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopbackConnectionTest {

    @Test
    void no_packet_of_an_answer_waits_for_the_acknowledgement_of_the_one_before() throws IOException {
        try (ServerSocket serverSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(serverSocket.getInetAddress(), serverSocket.getLocalPort());
                Socket accepted = serverSocket.accept()) {
            assertThat(accepted.getTcpNoDelay()).isFalse();

            LoopbackConnection connection = new LoopbackConnection(accepted, Duration.ofSeconds(20));

            assertThat(accepted.getTcpNoDelay()).isTrue();
            assertThat(accepted.getSoTimeout()).isEqualTo(20_000);
            assertThat(connection.getRemotePort()).isEqualTo(client.getLocalPort());
        }
    }
}
