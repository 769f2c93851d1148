package org.crossdesk.deploy.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.crossdesk.deploy.seed.SeedFile;
import org.jivesoftware.openfire.XMPPServer;

/**
 * The main class of a library's server process. Its one argument is the home folder; a line {@code stop} or the end
 * of standard input ends it, so that it never outlives the process that started it.
 *
 * <p>Compiled against Openfire 4.2.0, and uses only what is the same up to 5.1: an installed distribution runs under
 * it too.
 */
public final class ServerMain {
    private static final String STOP = "stop";
    private static final int EXIT_FAILED = 1;

    private ServerMain() {}

    /** Starts the server and returns; the server's threads keep the process alive. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        InputStream orders = System.in;
        // Openfire's starter listens for "exit" there: two readers would steal lines from each other.
        System.setIn(InputStream.nullInputStream());
        Thread ear = new Thread(() -> awaitStop(orders), "parent-watch");
        ear.setDaemon(true);
        ear.start();

        System.setProperty("openfireHome", home.toString());
        new DatabaseSeeder(home, Clock.systemUTC()).plant(SeedFile.read(home));
        Runtime.getRuntime().addShutdownHook(new Thread(ServerMain::stopServer, "stop"));
        XMPPServer server = new XMPPServer();
        if (!server.isStarted()) {
            System.exit(EXIT_FAILED);
        }
    }

    private static void awaitStop(InputStream orders) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.equals(STOP)) {
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input broke, so the parent is gone", e);
        } finally {
            System.exit(0);
        }
    }

    private static void stopServer() {
        XMPPServer server = XMPPServer.getInstance();
        // A distribution that stands alone has its own hook for this.
        if (server != null && !server.isStandAlone()) {
            server.stop();
        }
    }
}
