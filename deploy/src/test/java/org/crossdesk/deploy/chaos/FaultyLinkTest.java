package org.crossdesk.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {
    private static final int SOON_MILLISECONDS = 10_000;
    private static final int NOTHING_MILLISECONDS = 300;

    private ServerSocket server;
    private FaultyLink link;
    private Socket near;
    private Socket far;

    @BeforeEach
    void connect() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = new ServerSocket(0, 1, loopback);
        link = new FaultyLink(
                new InetSocketAddress(loopback, 0), new InetSocketAddress(loopback, server.getLocalPort()));
        near = new Socket(link.address().getAddress(), link.address().getPort());
        near.setSoTimeout(SOON_MILLISECONDS);
        far = server.accept();
        far.setSoTimeout(SOON_MILLISECONDS);
        says(near, "hello");
        hears(far, "hello");
        says(far, "and you");
        hears(near, "and you");
    }

    @AfterEach
    void close() throws IOException {
        near.close();
        far.close();
        link.close();
        server.close();
    }

    private static void says(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void hears(Socket socket, String text) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(text.length());
        assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    private static void hearsNothing(Socket socket) throws IOException {
        socket.setSoTimeout(NOTHING_MILLISECONDS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(SOON_MILLISECONDS);
    }

    private static void isReset(Socket socket) {
        await().atMost(Duration.ofMillis(SOON_MILLISECONDS)).until(() -> {
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void aCutResetsBothEndsAndLetsNobodyIn() throws IOException {
        link.become(FaultyLink.State.CUT);
        isReset(near);
        isReset(far);
        try (Socket another =
                new Socket(link.address().getAddress(), link.address().getPort())) {
            another.setSoTimeout(SOON_MILLISECONDS);
            isReset(another);
        }
    }

    @Test
    void whatStallsComesWhenTheLinkIsClear() throws IOException {
        link.become(FaultyLink.State.STALLED);
        says(near, "late");
        says(far, "later");
        hearsNothing(far);
        hearsNothing(near);
        link.become(FaultyLink.State.CLEAR);
        hears(far, "late");
        hears(near, "later");
    }

    @Test
    void aBlackHoleSwallowsAndThenResets() throws IOException {
        link.become(FaultyLink.State.BLACK_HOLE);
        says(near, "lost");
        says(far, "lost too");
        hearsNothing(far);
        hearsNothing(near);
        link.become(FaultyLink.State.CLEAR);
        isReset(near);
        isReset(far);
    }

    @Test
    void halfOpenSwallowsOneWayOnly() throws IOException {
        link.become(FaultyLink.State.HALF_OPEN);
        says(near, "lost");
        says(far, "here");
        hears(near, "here");
        hearsNothing(far);
        link.become(FaultyLink.State.CLEAR);
        isReset(far);
    }

    @Test
    void aSlowLinkTakesItsTimeAndKeepsOrder() throws IOException {
        link.become(FaultyLink.State.SLOW);
        long begin = System.nanoTime();
        says(near, "x".repeat(1_000));
        says(near, "last");
        hears(far, "x".repeat(1_000));
        hears(far, "last");
        long took = System.nanoTime() - begin;
        long due = Passage.SLOW_DELAY_NANOS + 1_000 * TimeUnit.SECONDS.toNanos(1) / Passage.SLOW_BYTES_PER_SECOND;
        assertThat(took).isGreaterThanOrEqualTo(due);
    }
}
