package org.crossdesk.deploy.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crossdesk.deploy.certificate.CertificateAuthority;
import org.crossdesk.deploy.certificate.CertificateSource;
import org.crossdesk.deploy.certificate.KeyFiles;
import org.crossdesk.deploy.certificate.OwnerOnlyFiles;
import org.crossdesk.deploy.openfire.FolderCopy;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.OpenfireHome;
import org.crossdesk.deploy.openfire.OpenfireSettings;
import org.crossdesk.deploy.openfire.ServerNames;
import org.crossdesk.deploy.openfire.StartRefusedException;
import org.crossdesk.deploy.seed.Seed;
import org.jspecify.annotations.Nullable;

/** Collects what a network needs, then starts it. Used once. */
public final class NetworkStarter {
    private static final String AUTHORITY_NAME = "Crossdesk network on this machine";

    private final NetworkPlan plan;
    private final Path stateFolder;
    private OpenfireChoice openfire = OpenfireChoice.embedded();
    private final List<Path> plugins = new ArrayList<>();
    private @Nullable CertificateSource certificates;
    private boolean fresh;

    NetworkStarter(NetworkPlan plan, Path stateFolder) {
        this.plan = plan;
        this.stateFolder = stateFolder.toAbsolutePath().normalize();
    }

    /** Which Openfire to run; the embedded one unless told otherwise. */
    public NetworkStarter on(OpenfireChoice choice) {
        openfire = choice;
        return this;
    }

    /** A plugin that every library gets. */
    public NetworkStarter plugin(Path jar) {
        plugins.add(jar);
        return this;
    }

    /** Other certificates than the network authority's own. What servers believe stays that authority. */
    public NetworkStarter certificates(CertificateSource source) {
        certificates = source;
        return this;
    }

    /** Start from nothing: what an earlier run left in the state folder is deleted. */
    public NetworkStarter fresh() {
        fresh = true;
        return this;
    }

    /**
     * Starts all libraries at once and waits until all of them answer.
     *
     * @throws StartRefusedException if something is in the way; then nothing is left running
     */
    public Network start() throws IOException, InterruptedException {
        openfire.requireComplete();
        for (Path plugin : plugins) {
            if (!Files.isRegularFile(plugin)) {
                throw new StartRefusedException("No plugin at " + plugin + ": build it with mvn -DskipTests package.");
            }
        }
        OwnerOnlyFiles.createFolder(stateFolder);
        StateLock lock = StateLock.take(stateFolder);
        Network network = null;
        try {
            if (fresh) {
                empty(stateFolder);
            }
            network = build(lock);
            network.startAll();
            return network;
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (network != null) {
                network.close();
            } else {
                lock.close();
            }
            throw e;
        }
    }

    private Network build(StateLock lock) throws IOException {
        try {
            Path certificateFolder = stateFolder.resolve("certificates");
            CertificateAuthority authority = KeyFiles.authorityIn(certificateFolder, AUTHORITY_NAME, Clock.systemUTC());
            CertificateSource source = certificates != null ? certificates : (domain, names) -> authority.issue(names);
            OpenfireSettings settings = new OpenfireSettings(plan.whereabouts());
            OwnerOnlyFiles.createFolder(stateFolder.resolve("logs"));
            List<Library> libraries = new ArrayList<>();
            for (LibraryPlan library : plan.libraries()) {
                libraries.add(build(library, settings, authority, source));
            }
            return new Network(
                    plan, stateFolder, certificateFolder.resolve(KeyFiles.AUTHORITY_PEM), authority, libraries, lock);
        } catch (GeneralSecurityException e) {
            throw new StartRefusedException("The network's certificates can't be made: " + e.getMessage(), e);
        }
    }

    private Library build(
            LibraryPlan library, OpenfireSettings settings, CertificateAuthority authority, CertificateSource source)
            throws IOException, GeneralSecurityException {
        OpenfireHome home = new OpenfireHome(stateFolder.resolve(library.domain()));
        var properties = settings.forServer(library.domain(), library.ports());
        properties.put(
                "crossdesk.web.address",
                "http://" + library.address() + ":" + library.ports().web());
        properties.putAll(library.properties());
        Seed seed = new Seed(properties, Set.of(DemoPlan.OPERATORS, DemoPlan.COORDINATORS), library.accounts());
        home.build(openfire, library.domain(), library.address(), seed);
        home.writeKeys(
                source.certificateFor(library.domain(), ServerNames.forCertificate(library.domain())),
                authority.certificate());
        for (Path plugin : plugins) {
            home.addPlugin(plugin);
        }
        return new Library(library, openfire, home, stateFolder.resolve("logs/" + library.domain() + ".log"));
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!entry.endsWith(StateLock.FILE)) {
                    FolderCopy.delete(entry);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
