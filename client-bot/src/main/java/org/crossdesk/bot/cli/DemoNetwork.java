package org.crossdesk.bot.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The demo network that runs on this machine, by the file that it writes while it runs:
 *
 * <pre>
 * ca = path of the PEM file with the network's authority
 * library.DOMAIN.name = the library's name for people
 * library.DOMAIN.address = where its server listens
 * library.DOMAIN.clientPort = port for XMPP clients
 * library.DOMAIN.patron = the account that asks where none is named (may be missing)
 * library.DOMAIN.coordinator = the account that sets things up where none is named (may be missing)
 * account.NAME@DOMAIN = its password
 * </pre>
 *
 * @param values the file's lines
 */
record DemoNetwork(Map<String, String> values) {
    /** Set by the launcher, which can be called from any folder. */
    static final String ROOT_PROPERTY = "crossdesk.root";

    /** Where the file is in the project's folder. */
    static final String FILE = ".crossdesk/demo/network.properties";

    /** The password that the demo gives every patron, by which they are told from operators in an older file. */
    private static final String PATRONS_PASSWORD = "patron";

    DemoNetwork {
        values = new TreeMap<>(values);
    }

    /** The network that runs, if one does: by the project that the launcher names, or the nearest around here. */
    static Optional<DemoNetwork> find() throws CommandFailure {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root != null) {
            return read(Path.of(root).resolve(FILE));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Optional<DemoNetwork> found = read(folder.resolve(FILE));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<DemoNetwork> read(Path file) throws CommandFailure {
        java.util.Properties lines = new java.util.Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
        return Optional.of(new DemoNetwork(
                lines.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lines::getProperty))));
    }

    /** A server of the network. */
    record Server(String name, String host, int port) {}

    /** The server of a domain. */
    Server server(String domain) throws CommandFailure {
        String prefix = "library." + domain + ".";
        String host = values.get(prefix + "address");
        if (host == null) {
            throw new CommandFailure("the demo network has no library " + domain + ", it has "
                    + String.join(", ", domains()) + " (for another one name --host and --ca)");
        }
        try {
            return new Server(
                    values.getOrDefault(prefix + "name", domain),
                    host,
                    Integer.parseInt(values.getOrDefault(prefix + "clientPort", "5222")));
        } catch (NumberFormatException e) {
            throw new CommandFailure("the demo's file names no port for " + domain + ": start the demo again", e);
        }
    }

    /** The domains of its libraries. */
    List<String> domains() {
        return values.keySet().stream()
                .filter(key -> key.startsWith("library.") && key.endsWith(".address"))
                .map(key -> key.substring("library.".length(), key.length() - ".address".length()))
                .toList();
    }

    /** The PEM file of its authority. */
    Optional<Path> ca() {
        return Optional.ofNullable(values.get("ca")).map(Path::of);
    }

    /** An account's password. */
    Optional<String> password(String name, String domain) {
        return Optional.ofNullable(values.get("account." + name + "@" + domain));
    }

    /** The account that sets things up at this library where none is named. */
    Optional<String> coordinator(String domain) {
        return Optional.ofNullable(values.get("library." + domain + ".coordinator"));
    }

    /** The account that asks at this library where none is named. */
    Optional<String> patron(String domain) {
        String named = values.get("library." + domain + ".patron");
        if (named != null) {
            return Optional.of(named);
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("account.")
                        && entry.getKey().endsWith("@" + domain)
                        && entry.getValue().equals(PATRONS_PASSWORD))
                .map(entry -> entry.getKey()
                        .substring("account.".length(), entry.getKey().lastIndexOf('@')))
                .findFirst();
    }
}
