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

    private void start() throws Exception {
        run(
                "pg_ctl",
                "-D",
                cluster(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start");
    }

    private void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("crossdesk-postgresql", ".out");
        try {
            // Not a pipe: the server inherits it and would hold it open.
            Process process = new ProcessBuilder(command)
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
