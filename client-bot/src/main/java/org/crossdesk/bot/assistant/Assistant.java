package org.crossdesk.bot.assistant;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;

/**
 * An operator without a person behind it: goes on duty, takes offers by answering them, replies to each thing the
 * patron says after a short while, and closes when the patron is done. It does all its thinking in one thread.
 */
public final class Assistant implements AutoCloseable {
    /** Most sessions remembered; the one not heard of for longest is forgotten. */
    private static final int TALKS_MAX = 200;

    private static final int DUTY_CHECK_SECONDS = 30;
    private static final int STOP_MAX_SECONDS = 5;

    private static final System.Logger LOG = System.getLogger(Assistant.class.getName());

    private final AssistantSettings settings;
    private final XmppClient client;
    private final Duty duty;
    private final ScheduledThreadPoolExecutor thread;
    private final List<Phrasebook> books = Phrasebook.all();
    private final Map<Address, Talk> talks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, Talk> eldest) {
            return size() > TALKS_MAX;
        }
    };

    private Assistant(AssistantSettings settings, XmppClient client) {
        this.settings = settings;
        this.client = client;
        this.duty = new Duty(client);
        this.thread = new ScheduledThreadPoolExecutor(1, deed -> {
            Thread made = new Thread(deed, "assistant-" + client.address().local());
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Connects and goes on duty; both have succeeded when it returns. */
    public static Assistant start(AssistantSettings settings) throws ClientException {
        Assistant assistant = new Assistant(settings, XmppClient.connect(settings.client()));
        try {
            assistant.client.messages().listen(assistant::arrived);
            assistant.client.available(null);
            assistant.goOnDuty();
            assistant.client.onReturn(resumed -> {
                if (!resumed) {
                    assistant.perform(assistant::dutyAgain, 0);
                }
            });
            var unused = assistant.thread.scheduleWithFixedDelay(
                    assistant.guarded(assistant::checkRooms), DUTY_CHECK_SECONDS, DUTY_CHECK_SECONDS, TimeUnit.SECONDS);
            return assistant;
        } catch (ClientException | RuntimeException e) {
            assistant.close();
            throw e;
        }
    }

    /** The assistant's own address. */
    public Address address() {
        return client.address();
    }

    /** Its connection, for what a test wants to know. */
    public XmppClient client() {
        return client;
    }

    /** Goes on duty at all its services. */
    public void goOnDuty() throws ClientException {
        if (settings.duty() == AssistantSettings.Duty.COMMAND) {
            duty.command(settings.services(), true);
            return;
        }
        for (Address service : settings.services()) {
            duty.enter(service);
        }
    }

    /** Goes off duty at all its services; the sessions that it has go on. */
    public void goOffDuty() throws ClientException {
        if (settings.duty() == AssistantSettings.Duty.COMMAND) {
            duty.command(settings.services(), false);
            return;
        }
        for (Address service : settings.services()) {
            duty.leave(service);
        }
    }

    /** In Smack's thread: only hands over. */
    private void arrived(Received message) {
        if (DeskWords.of(message) != DeskWords.NOTHING) {
            perform(() -> hear(message), 0);
        }
    }

    private void hear(Received message) {
        Address session = message.from().bare();
        Talk talk = talks.computeIfAbsent(session, key -> new Talk(settings, books));
        long delayMillis = 0;
        for (String text : talk.hear(message)) {
            delayMillis += settings.replyDelay().toMillis();
            perform(() -> write(session, text), delayMillis);
        }
    }

    private void write(Address session, String text) {
        try {
            client.send(Outgoing.chat(session, text));
        } catch (ClientException e) {
            LOG.log(
                    Level.WARNING,
                    "event=answer-not-sent assistant=" + client.address().bare(),
                    e);
        }
    }

    /** The desk forgot a duty by command when the stream ended; rooms are entered again by the client itself. */
    private void dutyAgain() {
        if (settings.duty() != AssistantSettings.Duty.COMMAND) {
            return;
        }
        try {
            duty.command(settings.services(), true);
        } catch (ClientException e) {
            LOG.log(
                    Level.WARNING,
                    "event=duty-not-restored assistant=" + client.address().bare(),
                    e);
        }
    }

    private void checkRooms() {
        for (String trouble : duty.check()) {
            LOG.log(
                    Level.INFO,
                    "event=staff-room-not-reached assistant=" + client.address().bare() + " reason=" + trouble);
        }
    }

    private void perform(Runnable deed, long delayMillis) {
        try {
            var unused = thread.schedule(guarded(deed), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Messages may still arrive while it stops.
            LOG.log(Level.DEBUG, "event=assistant-stopped", e);
        }
    }

    /** An executor keeps what a deed throws to itself, and a repeated one would stop for good. */
    private Runnable guarded(Runnable deed) {
        return () -> {
            try {
                deed.run();
            } catch (RuntimeException e) {
                LOG.log(
                        Level.ERROR,
                        "event=assistant-failed assistant=" + client.address().bare(),
                        e);
            }
        };
    }

    /** Stops thinking, then logs out. May be called again. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_MAX_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "event=assistant-still-busy assistant="
                                + client.address().bare());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
