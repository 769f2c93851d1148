package org.crossdesk.edge.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL cluster of its own in a temporary folder, reachable on the loopback address only. */
final class PostgresqlDatabase implements TestDatabase {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final int COMMAND_TIMEOUT_SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresqlDatabase(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where the server's programs are, the newest version first. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresqlDatabase installed(Path programs) throws Exception {
        Path folder = Files.createTempDirectory("crossdesk-postgresql");
        if (root()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        PostgresqlDatabase database = new PostgresqlDatabase(programs, folder, freePort());
        try {
            database.run(
                    "initdb",
                    "-D",
                    database.cluster(),
                    "-U",
                    "openfire",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--no-sync");
            database.start();
            database.install();
            return database;
        } catch (Exception e) {
            database.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    /**
     * A child of this process that the system ends with it: tests that are killed leave no server behind. It is started
     * itself, and not by pg_ctl, whose children are nobody's.
     */
    private void start() throws Exception {
        new ProcessBuilder(command(
                        List.of("--pdeathsig", "QUIT"),
                        "postgres",
                        "-D",
                        cluster(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=" + folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(COMMAND_TIMEOUT_SECONDS);
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("postgres does not answer: " + Files.readString(log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean answers() {
        try (Connection connection = open()) {
            return connection.isValid(COMMAND_TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private List<String> command(List<String> how, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("setpriv"));
        if (root()) {
            command.addAll(List.of("--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.addAll(how);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(String program, String... arguments) throws Exception {
        Path output = Files.createTempFile("crossdesk-postgresql", ".out");
        try {
            // Not a pipe: what the program starts inherits it and would hold it open.
            Process process = new ProcessBuilder(command(List.of(), program, arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(program + " failed: " + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public String schema() {
        return "crossdesk_postgresql.sql";
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=openfire");
    }

    /** As by a power cut: the server gets no time to write anything. */
    @Override
    public void restart() throws Exception {
        run("pg_ctl", "-D", cluster(), "-w", "-m", "immediate", "stop");
        start();
    }

    @Override
    public void close() throws Exception {
        if (Files.exists(folder.resolve("cluster/postmaster.pid"))) {
            run("pg_ctl", "-D", cluster(), "-w", "-m", "immediate", "stop");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
