package org.crossdesk.edge.openfire;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.domain.session.SessionPolicy;
import org.crossdesk.domain.transfer.EngagementPolicy;
import org.crossdesk.edge.command.CommandDoor;
import org.crossdesk.edge.command.CommandLimits;
import org.crossdesk.edge.command.desk.DeskCommands;
import org.crossdesk.edge.config.InvalidSettingException;
import org.crossdesk.edge.config.Settings;
import org.crossdesk.edge.config.Wording;
import org.crossdesk.edge.scheme.Schemes;
import org.crossdesk.edge.storage.FileJournal;
import org.crossdesk.edge.storage.JdbcDirectory;
import org.crossdesk.edge.storage.JdbcRatings;
import org.crossdesk.edge.storage.ProfileFile;
import org.crossdesk.edge.storage.SentFiles;
import org.crossdesk.edge.storage.StatisticsFiles;
import org.crossdesk.edge.web.AskServlet;
import org.crossdesk.edge.web.FaceServlet;
import org.crossdesk.edge.web.FilesServlet;
import org.crossdesk.edge.web.SentServlet;
import org.crossdesk.edge.web.StatusServlet;
import org.crossdesk.edge.web.WebFiles;
import org.crossdesk.edge.xmpp.DeskServer;
import org.crossdesk.edge.xmpp.Entrance;
import org.crossdesk.edge.xmpp.StanzaErrors;
import org.crossdesk.runtime.DeskLimits;
import org.crossdesk.runtime.JournalException;
import org.jivesoftware.database.DbConnectionManager;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.openfire.container.Plugin;
import org.jivesoftware.openfire.container.PluginManager;
import org.jivesoftware.openfire.event.SessionEventDispatcher;
import org.jivesoftware.openfire.http.HttpBindManager;
import org.jivesoftware.openfire.interceptor.InterceptorManager;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jivesoftware.openfire.user.PresenceEventDispatcher;
import org.jivesoftware.util.JiveGlobals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.component.ComponentException;
import org.xmpp.component.ComponentManager;
import org.xmpp.component.ComponentManagerFactory;

/**
 * What Openfire starts and stops. The only class that asks the server for itself: it gives the desk its surroundings,
 * and takes back in reverse what it has given.
 */
public final class CrossdeskPlugin implements Plugin {
    private static final Logger LOG = LoggerFactory.getLogger(CrossdeskPlugin.class);

    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public void initializePlugin(PluginManager manager, File directory) {
        try {
            start(XMPPServer.getInstance(), files(directory));
        } catch (InvalidSettingException | JournalException | ComponentException e) {
            LOG.error("plugin.start.failed reason={}", e.getMessage(), e);
            destroyPlugin();
            throw new IllegalStateException("Crossdesk does not start: " + e.getMessage(), e);
        }
    }

    /** Beside the folder of plugins, which is replaced with every new version of this one. */
    private static Path files(File plugin) {
        return plugin.toPath().toAbsolutePath().resolve("../../crossdesk").normalize();
    }

    private void start(XMPPServer server, Path files)
            throws InvalidSettingException, JournalException, ComponentException {
        Settings settings = Settings.read(key -> JiveGlobals.getProperty(key));
        String domain = server.getServerInfo().getXMPPDomain();
        Supplier<String> tokens = new UnguessableNames();
        ServerRoles roles = new ServerRoles(settings.operatorsGroup(), settings.coordinatorsGroup());
        Schemes schemes = new Schemes(files.resolve("schemes"), domain);
        FileJournal journal = FileJournal.open(files.resolve("journal"), DbConnectionManager::getConnection);
        undo.push(journal::close);
        SentFiles sent = SentFiles.open(files.resolve("sent"), settings.files().roomBytes(), tokens, Clock.systemUTC());
        DeskServer desk = new DeskServer(
                setup(settings, domain),
                new DeskServer.Surroundings(
                        journal,
                        new JdbcDirectory(DbConnectionManager::getConnection),
                        ProfileFile.open(files.resolve("profiles")),
                        new StatisticsFiles(files.resolve("statistics")),
                        journal,
                        sent,
                        new JdbcRatings(DbConnectionManager::getConnection),
                        stanza -> server.getPacketRouter().route(stanza),
                        new ConnectedClients(server.getSessionManager()),
                        roles,
                        Wording.load(
                                CrossdeskPlugin.class.getClassLoader(),
                                settings.language(),
                                (subject, language) -> schemes.book().name(subject, language)),
                        schemes,
                        Clock.systemUTC(),
                        tokens));
        undo.push(desk::stop);
        desk.start();
        register(desk, settings, domain, tokens);
        desk.open();
        serve(desk, sent, settings, domain);
        loadInTheBackground(schemes);
        LOG.info("plugin.started desk={}.{}", settings.subdomain(), domain);
    }

    /** A large scheme takes a while, and the desk need not wait for it. */
    private void loadInTheBackground(Schemes schemes) {
        Thread loading = new Thread(schemes::load, "crossdesk-schemes");
        loading.setDaemon(true);
        loading.start();
    }

    private void register(DeskServer desk, Settings settings, String domain, Supplier<String> tokens)
            throws ComponentException {
        CommandDoor commands = new CommandDoor(
                new DeskCommands(desk.control(), domain),
                CommandLimits.DEFAULT,
                Clock.systemUTC(),
                tokens,
                StanzaErrors::error);
        ComponentManager components = ComponentManagerFactory.getComponentManager();
        components.addComponent(
                settings.subdomain(), desk.component(iq -> commands.serves(iq) ? commands.answer(iq) : null));
        undo.push(() -> {
            try {
                components.removeComponent(settings.subdomain());
            } catch (ComponentException e) {
                LOG.error("component.remove.failed", e);
            }
        });
        for (PacketInterceptor interceptor : desk.interceptors()) {
            InterceptorManager.getInstance().addInterceptor(interceptor);
            undo.push(() -> InterceptorManager.getInstance().removeInterceptor(interceptor));
        }
        ClientArrivals arrivals = new ClientArrivals(desk::clientCame);
        PresenceEventDispatcher.addListener(arrivals);
        undo.push(() -> PresenceEventDispatcher.removeListener(arrivals));
        ClientDepartures departures = new ClientDepartures(desk::clientGone);
        SessionEventDispatcher.addListener(departures);
        undo.push(() -> SessionEventDispatcher.removeListener(departures));
    }

    private void serve(DeskServer desk, SentFiles sent, Settings settings, String domain) {
        WebMounts web = new WebMounts(HttpBindManager.getInstance());
        WebFiles files = WebFiles.load();
        Entrance entrance = desk.entrance();
        undo.push(web.mount(
                FilesServlet.PATH,
                Map.of(
                        "/*",
                        new FilesServlet(files),
                        StatusServlet.PATH,
                        new StatusServlet(entrance::status),
                        SentServlet.PATH,
                        new SentServlet(sent))));
        undo.push(web.mount(
                AskServlet.PATH, Map.of("/*", new AskServlet(files, entrance::face, settings.widgetHosts()))));
        String name = settings.libraryName().orElse(domain);
        for (String face : List.of(FaceServlet.CONSOLE, FaceServlet.BOARD)) {
            undo.push(web.mount(
                    face,
                    Map.of(
                            "/*",
                            new FaceServlet(
                                    files,
                                    face,
                                    settings.subdomain() + "." + domain,
                                    name,
                                    settings.files().rules()))));
        }
    }

    private static DeskServer.Setup setup(Settings settings, String domain) {
        Settings.Limits limits = settings.limits();
        Settings.Times times = settings.times();
        return new DeskServer.Setup(
                domain,
                settings.subdomain() + "." + domain,
                "conference." + domain,
                settings.libraryName().orElse(domain),
                settings.language(),
                settings.members(),
                settings.staffs(),
                settings.consent(),
                new DeskLimits(
                        limits.sessionsOpenMax(),
                        limits.followUpsOpenMax(),
                        limits.questionsPerServiceMax(),
                        limits.eventsQueueMax(),
                        limits.pendingEventsPerSessionMax(),
                        limits.ringParallel(),
                        DeskLimits.CHECKPOINT_RECORDS),
                new SessionPolicy(
                        limits.sessionLinesMax(),
                        limits.sessionBytesMax(),
                        limits.bodyMaxChars(),
                        times.resend(),
                        times.takeBack(),
                        times.patronGrace(),
                        times.followUp(),
                        SessionPolicy.ADDITIONS,
                        times.callCeiling(),
                        settings.othersSee(),
                        settings.oversight()),
                new EngagementPolicy(
                        settings.language(),
                        limits.bodyMaxChars(),
                        limits.pendingWordsPerSessionMax(),
                        times.resend(),
                        times.acceptLease()),
                limits.sessionsPerOperatorDefault(),
                Math.toIntExact(times.roomPing().toSeconds()),
                limits.peerStanzasPerSecondMax(),
                new Reception(settings.patronForm(), settings.files().rules(), settings.survey()),
                settings.files().webAddress().orElse("https://" + domain + ":7443")
                        + FilesServlet.PATH
                        + SentServlet.PATH.replace("*", ""),
                settings.showsOperators(),
                times.find(),
                times.requestTimeout(),
                settings.retention(),
                settings.statistics());
    }

    @Override
    public void destroyPlugin() {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException e) {
                LOG.error("plugin.stop.failed", e);
            }
        }
        LOG.info("plugin.stopped");
    }
}
