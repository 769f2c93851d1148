package org.crossdesk.deploy.network;

import java.io.IOException;
import java.nio.file.Path;
import org.crossdesk.deploy.openfire.LoopbackAddress;
import org.crossdesk.deploy.openfire.OpenfireChoice;
import org.crossdesk.deploy.openfire.OpenfireHome;
import org.crossdesk.deploy.openfire.Ports;
import org.crossdesk.deploy.openfire.ServerProcess;
import org.crossdesk.deploy.openfire.StartRefusedException;
import org.jspecify.annotations.Nullable;

/** One library of a started network. */
public final class Library {
    private final LibraryPlan plan;
    private final OpenfireChoice openfire;
    private final OpenfireHome home;
    private final Path log;
    private @Nullable ServerProcess process;

    Library(LibraryPlan plan, OpenfireChoice openfire, OpenfireHome home, Path log) {
        this.plan = plan;
        this.openfire = openfire;
        this.home = home;
        this.log = log;
    }

    /** What it was started from. */
    public LibraryPlan plan() {
        return plan;
    }

    /** Its XMPP domain. */
    public String domain() {
        return plan.domain();
    }

    /** Where its server listens. */
    public LoopbackAddress address() {
        return plan.address();
    }

    /** At which ports. */
    public Ports ports() {
        return plan.ports();
    }

    /** What its server writes, over all its starts. */
    public Path log() {
        return log;
    }

    /** Its server's home folder. */
    public OpenfireHome home() {
        return home;
    }

    /** Whether its server runs. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process id of its server. */
    public synchronized long pid() {
        return running().pid();
    }

    /** Starts its server on the state it has, and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    /** Stops its server as an administrator would, and waits until it has ended; one that has ended is fine. */
    public void stop() throws InterruptedException {
        beginStop();
        awaitStop();
    }

    /** Ends its server as a power cut would (SIGKILL). */
    public synchronized void kill() throws InterruptedException {
        running().kill();
    }

    /** Stops and starts it. */
    public void restart() throws IOException, InterruptedException {
        stop();
        start();
    }

    /** Gives a plugin to its server; a running server loads it within some 5 seconds. */
    public void addPlugin(Path jar) throws IOException {
        home.addPlugin(jar);
    }

    /**
     * Takes a plugin from its server; a running server unloads it within some 5 seconds, and then {@link
     * OpenfireHome#unpackedPlugin} is gone.
     *
     * @param name the plugin file's name without {@code .jar}
     */
    public void removePlugin(String name) throws IOException {
        home.removePlugin(name);
    }

    synchronized void launch() throws IOException {
        if (isRunning()) {
            throw new StartRefusedException(domain() + " runs already.");
        }
        PortWait.awaitFree(plan.address(), plan.ports());
        home.releaseDatabase();
        process = ServerProcess.launch(domain(), openfire, home, log);
    }

    void awaitReady() throws InterruptedException {
        running().awaitReady(plan.address(), plan.ports());
    }

    synchronized void beginStop() {
        if (process != null) {
            process.beginStop();
        }
    }

    synchronized void awaitStop() throws InterruptedException {
        if (process != null) {
            process.awaitStop();
        }
    }

    private synchronized ServerProcess running() {
        if (process == null) {
            throw new IllegalStateException(domain() + " was never started");
        }
        return process;
    }

    @Override
    public String toString() {
        return domain();
    }
}
