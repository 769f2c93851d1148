package org.crossdesk.deploy.openfire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One running Openfire. It ends by itself when this Java ends, since it watches its standard input. */
public final class ServerProcess {
    private static final String MAIN_CLASS = "org.crossdesk.deploy.server.ServerMain";
    private static final Duration BOOT_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final long POLL_MILLISECONDS = 25;
    private static final int CONNECT_TIMEOUT_MILLISECONDS = 500;

    private final String domain;
    private final Process process;
    private final Path log;
    private final int logStart;

    private ServerProcess(String domain, Process process, Path log, int logStart) {
        this.domain = domain;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts the server with this home folder and returns at once. */
    public static ServerProcess launch(String domain, OpenfireChoice openfire, OpenfireHome home, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        command.add("-Djava.awt.headless=true");
        // Openfire then looks at its plugin folder every 5 seconds instead of 20.
        command.add("-DdevelopmentMode=true");
        command.add("-DopenfireHome=" + home.folder());
        command.addAll(openfire.javaArguments());
        command.add("-cp");
        command.add(String.join(":", openfire.classPath()));
        command.add(MAIN_CLASS);
        command.add(home.folder().toString());
        int logStart = Files.exists(log) ? (int) Files.size(log) : 0;
        Process process = new ProcessBuilder(command)
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ServerProcess(domain, process, log, logStart);
    }

    /** Waits until the server answers at all its ports; Openfire opens the first of them after loading its plugins. */
    public void awaitReady(LoopbackAddress address, Ports ports) throws InterruptedException {
        Instant deadline = Instant.now().plus(BOOT_TIMEOUT);
        for (int port : ports.all()) {
            while (!answers(address, port)) {
                if (process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    throw new StartRefusedException(domain + " ended as it started; " + log + " says: " + lastOfLog());
                }
                if (Instant.now().isAfter(deadline)) {
                    kill();
                    throw new StartRefusedException(domain + " doesn't listen at " + address + ":" + port + " after "
                            + BOOT_TIMEOUT.toSeconds() + " s; " + log + " says: " + lastOfLog());
                }
            }
        }
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to stop and returns at once. */
    public void beginStop() {
        try (OutputStream orders = process.getOutputStream()) {
            orders.write("stop\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The pipe is closed, so the process has ended or is about to: nothing is left to ask for.
            process.destroy();
        }
    }

    /** Waits for the stop, and kills what doesn't stop in time. */
    public void awaitStop() throws InterruptedException {
        if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static boolean answers(LoopbackAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.inet(), port), CONNECT_TIMEOUT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            // Not yet: the caller asks again, within a bound.
            return false;
        }
    }

    /** The line that most likely says what went wrong, of those written since the start. */
    private String lastOfLog() {
        try {
            String text = Files.readString(log);
            List<String> lines =
                    text.substring(Math.min(logStart, text.length())).lines().toList();
            return lines.stream()
                    .filter(line -> line.contains("Exception") || line.contains(" ERROR "))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1));
        } catch (IOException e) {
            return "(can't be read: " + e.getMessage() + ")";
        }
    }
}
