package org.crossdesk.deploy.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crossdesk.deploy.certificate.CertificateAuthority;
import org.crossdesk.deploy.openfire.OpenfireChoice;

/**
 * A started network. Closing it stops every server it started, and none else; so does the end of this Java, even by
 * SIGKILL.
 *
 * <pre>
 * try (Network net = Network.start(DemoPlan.at("127.0.11"), folder, OpenfireChoice.embedded(), pluginJar)) {
 *     Library tehran = net.library("tehran.test");
 *     tehran.kill();
 *     tehran.start();
 * }
 * </pre>
 */
public final class Network implements AutoCloseable {
    private final NetworkPlan plan;
    private final Path stateFolder;
    private final Path authorityPem;
    private final CertificateAuthority authority;
    private final List<Library> libraries;
    private final StateLock lock;
    private boolean closed;

    Network(
            NetworkPlan plan,
            Path stateFolder,
            Path authorityPem,
            CertificateAuthority authority,
            List<Library> libraries,
            StateLock lock) {
        this.plan = plan;
        this.stateFolder = stateFolder;
        this.authorityPem = authorityPem;
        this.authority = authority;
        this.libraries = List.copyOf(libraries);
        this.lock = lock;
    }

    /** Starts a network on the state in a folder, which is made if it isn't there; waits until all libraries answer. */
    public static Network start(NetworkPlan plan, Path stateFolder, OpenfireChoice openfire, Path... plugins)
            throws IOException, InterruptedException {
        NetworkStarter starter = prepare(plan, stateFolder).on(openfire);
        for (Path plugin : plugins) {
            starter.plugin(plugin);
        }
        return starter.start();
    }

    /** For a start with more choices. */
    public static NetworkStarter prepare(NetworkPlan plan, Path stateFolder) {
        return new NetworkStarter(plan, stateFolder);
    }

    /** What it was started from. */
    public NetworkPlan plan() {
        return plan;
    }

    /** Its libraries, in the plan's order. */
    public List<Library> libraries() {
        return libraries;
    }

    /** The library with this domain. */
    public Library library(String domain) {
        return libraries.stream()
                .filter(library -> library.domain().equals(domain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No library " + domain + " in this network."));
    }

    /** The authority that all its servers believe. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** The authority's certificate, for clients. */
    public Path authorityPem() {
        return authorityPem;
    }

    /** Where the network keeps its state. */
    public Path stateFolder() {
        return stateFolder;
    }

    void startAll() throws IOException, InterruptedException {
        for (Library library : libraries) {
            library.launch();
        }
        for (Library library : libraries) {
            library.awaitReady();
        }
        NetworkFile.write(stateFolder, plan, authorityPem);
    }

    /** Stops all servers and waits until they have ended; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Files.deleteIfExists(stateFolder.resolve(NetworkFile.NAME));
            libraries.forEach(Library::beginStop);
            for (Library library : libraries) {
                library.awaitStop();
            }
            lock.close();
        } catch (InterruptedException e) {
            // No time to wait for them: they have been told to stop, and end at the latest with this Java.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder " + stateFolder + " can't be let go of", e);
        }
    }
}
