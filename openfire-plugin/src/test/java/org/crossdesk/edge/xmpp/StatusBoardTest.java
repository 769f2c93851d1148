package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.LARS;
import static org.crossdesk.domain.Sample.SERVICE;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.UPPSALA_DESK;
import static org.crossdesk.domain.Sample.onDuty;
import static org.crossdesk.domain.Sample.speaks;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.edge.hours.RecurrenceRules;
import org.crossdesk.edge.web.StatusFace;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.ask.ServiceStatus.State;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/** Who asks how a service stands is told, at once and whenever it changes. The clock is the test's. */
class StatusBoardTest {
    private static final Address MINA = Address.parse("mina@uppsala.test");
    private static final Address BRANCH = Address.parse("desk@ask.branch.test");
    private static final DutyRoster FREE = DutyRoster.EMPTY.with(onDuty(LARS, speaks("sv")));
    private static final DutyRoster FULL = DutyRoster.EMPTY.with(onDuty(LARS, speaks("sv"), 2, START));
    private static final int RENEWAL_SECONDS = 30;

    private record Task(Runnable action, long everyMillis) {}

    private final TreeMap<Long, List<Task>> agenda = new TreeMap<>();
    private final List<Presence> sent = new ArrayList<>();
    private final ScheduledExecutorService duty = mock(ScheduledExecutorService.class);
    private long millis;
    private final ServiceBook services = new ServiceBook(new MemoryDirectory());
    private final StatusWords words = new StatusWords(Sample.PHRASES, "sv");
    private StatusBoard board = mock(StatusBoard.class);

    @BeforeEach
    void open() throws JournalException {
        doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(duty)
                .execute(any());
        when(duty.schedule(any(Runnable.class), anyLong(), any()))
                .thenAnswer(call -> plan(call.getArgument(0), call.getArgument(1), call.getArgument(2), 0));
        when(duty.scheduleWithFixedDelay(any(), anyLong(), anyLong(), any()))
                .thenAnswer(call -> plan(
                        call.getArgument(0),
                        call.getArgument(1),
                        call.getArgument(3),
                        call.<TimeUnit>getArgument(3).toMillis(call.getArgument(2))));
        services.load(SERVICE);
        InstantSource clock = () -> START.plusMillis(millis);
        board = new StatusBoard(
                duty,
                this::send,
                new Members("ask.uppsala.test", Set.of("north.test", "branch.test")),
                services,
                new Timetable(new RecurrenceRules()),
                clock,
                words,
                Duration.ofSeconds(RENEWAL_SECONDS));
        board.start();
        passes(2_000);
    }

    private @Nullable Object plan(Runnable action, long delay, TimeUnit unit, long everyMillis) {
        agenda.computeIfAbsent(millis + unit.toMillis(delay), at -> new ArrayList<>())
                .add(new Task(action, everyMillis));
        return null;
    }

    private void send(Packet packet) {
        sent.add((Presence) packet);
    }

    /** Lets so much time pass, and returns what was sent meanwhile to {@code whom}. */
    private List<String> passes(long forMillis, Address... whom) {
        long until = millis + forMillis;
        while (!agenda.isEmpty() && agenda.firstKey() <= until) {
            millis = agenda.firstKey();
            for (Task task : agenda.remove(millis)) {
                task.action().run();
                if (task.everyMillis() > 0) {
                    agenda.computeIfAbsent(millis + task.everyMillis(), at -> new ArrayList<>())
                            .add(task);
                }
            }
        }
        millis = until;
        List<String> heard = sent.stream()
                .filter(one -> List.of(whom).contains(StanzaBridge.address(one.getTo())))
                .map(StatusBoardTest::inShort)
                .toList();
        sent.clear();
        return heard;
    }

    private static String inShort(Presence presence) {
        if (presence.getType() != null) {
            return presence.getType().name();
        }
        var status = Payloads.find(presence.getElement()).orElseThrow();
        return status.attributeValue("state")
                + (presence.getShow() == null ? "" : " " + presence.getShow())
                + (status.elements().isEmpty() ? "" : " via " + status.elementText("via"));
    }

    private void comes(Address from, Presence.@Nullable Type type, @Nullable ServiceStatus status) {
        Presence presence = new Presence();
        if (type != null) {
            presence.setType(type);
        }
        presence.setFrom(new JID(from.toString()));
        presence.setTo(new JID(UPPSALA_DESK.toString()));
        if (status != null) {
            presence.getElement().add(StanzaBridge.write(status.toElement()));
        }
        try {
            board.presence(UPPSALA_DESK, presence);
        } catch (DecodingException e) {
            throw new AssertionError(e);
        }
    }

    private void northIs(State state, Address... via) {
        comes(ASK_NORTH, null, new ServiceStatus(state, null, List.of(via)));
    }

    @Test
    void whoSubscribesIsToldAtOnceAndOfEveryChangeOnce() {
        comes(MINA.withResource("phone"), Presence.Type.subscribe, null);
        assertThat(passes(0, MINA)).containsExactly("subscribed", "away away");
        board.rosterChanged(UPPSALA_DESK, FREE);
        assertThat(passes(0, MINA)).containsExactly("open");
        board.rosterChanged(UPPSALA_DESK, FREE);
        assertThat(passes(60_000, MINA)).isEmpty();
        board.rosterChanged(UPPSALA_DESK, FULL);
        assertThat(passes(0, MINA)).containsExactly("busy dnd");
        comes(MINA, Presence.Type.unsubscribe, null);
        board.rosterChanged(UPPSALA_DESK, FREE);
        assertThat(passes(60_000, MINA)).isEmpty();
    }

    @Test
    void itIsSaidInEveryLanguageTheOwnFirst() {
        comes(MINA, Presence.Type.probe, null);
        var element = sent.get(sent.size() - 1).getElement();
        List<String> languages = new ArrayList<>();
        element.elements("status").forEach(one -> {
            String tag = ((org.dom4j.Element) one).attributeValue("lang");
            languages.add(tag == null ? element.attributeValue("lang") : tag);
            assertThat(((org.dom4j.Element) one).getText()).isEqualTo("STATUS_AWAY");
        });
        assertThat(languages).containsExactly("sv", "en", "fa", "fi");
    }

    @Test
    void nobodyIsToldMoreThanOnceASecondAndNothingThatIsOver() {
        comes(MINA, Presence.Type.subscribe, null);
        board.rosterChanged(UPPSALA_DESK, FREE);
        passes(0);
        for (int i = 0; i < 50; i++) {
            board.rosterChanged(UPPSALA_DESK, FULL);
            board.rosterChanged(UPPSALA_DESK, FREE);
        }
        assertThat(passes(900, MINA)).isEmpty();
        assertThat(passes(10_000, MINA)).as("as it was").isEmpty();
        board.rosterChanged(UPPSALA_DESK, FULL);
        board.rosterChanged(UPPSALA_DESK, DutyRoster.EMPTY);
        assertThat(passes(5_000, MINA)).containsExactly("away away");
    }

    @Test
    void theParentIsAskedAndBelievedAndDesksHearByWhom() {
        comes(MINA, Presence.Type.subscribe, null);
        comes(BRANCH, Presence.Type.subscribe, null);
        passes(0);
        assertThat(passes(RENEWAL_SECONDS * 1_000, ASK_NORTH)).containsExactly("subscribe");
        northIs(State.OPEN, Address.parse("ask-nordic@ask.nordic.test"));
        assertThat(passes(0, MINA, BRANCH)).containsExactlyInAnyOrder("open", "open via " + ASK_NORTH);
        assertThat(passes(RENEWAL_SECONDS * 1_000, ASK_NORTH)).containsExactly("probe");
        northIs(State.OPEN, UPPSALA_DESK);
        assertThat(passes(0, MINA)).as("by ourselves is not at all").containsExactly("away away");
    }

    @Test
    void whatIsHeardEndsWithAnErrorALeaveOrASilence() {
        comes(MINA, Presence.Type.subscribe, null);
        for (Presence.Type end : List.of(Presence.Type.error, Presence.Type.unavailable)) {
            northIs(State.OPEN);
            assertThat(passes(1_000, MINA)).contains("open");
            comes(ASK_NORTH, end, null);
            assertThat(passes(1_000, MINA)).containsExactly("away away");
        }
        northIs(State.OPEN);
        assertThat(passes(2 * RENEWAL_SECONDS * 1_000, MINA)).containsExactly("open");
        assertThat(passes(RENEWAL_SECONDS * 1_000, MINA)).containsExactly("away away");
    }

    @Test
    void aStrangerIsNotBelievedAndAskedToStop() {
        Address stranger = Address.parse("ask-all@ask.else.test");
        comes(MINA, Presence.Type.subscribe, null);
        passes(0);
        comes(stranger, null, new ServiceStatus(State.OPEN, null, List.of()));
        assertThat(passes(60_000, stranger, MINA)).containsExactly("unsubscribe");
        comes(stranger, null, null);
        comes(stranger, Presence.Type.subscribed, null);
        assertThat(passes(60_000, stranger))
                .as("nothing that could go to and fro")
                .isEmpty();
    }

    @Test
    void aDomainThatAsksTooMuchIsNotAnsweredAndHasOnlySoManyWatchers() {
        Address some = Address.parse("somebody@else.test");
        int answered = 0;
        for (int second = 0; second < 20; second++) {
            for (int i = 0; i < 200; i++) {
                Address one = some.withLocal("s" + second + "-" + i);
                comes(one, Presence.Type.probe, null);
            }
            answered += (int) sent.stream()
                    .filter(one -> one.getTo().getDomain().equals("else.test"))
                    .count();
            passes(1_000);
        }
        assertThat(answered).isBetween(2_000, 2_300);
        board.rosterChanged(UPPSALA_DESK, FREE);
        Address[] all = IntStream.range(0, 20)
                .boxed()
                .flatMap(second -> IntStream.range(0, 200).mapToObj(i -> some.withLocal("s" + second + "-" + i)))
                .toArray(Address[]::new);
        assertThat(passes(0, all)).hasSize(StatusWatchers.WATCHERS_PER_DOMAIN_MAX);
    }

    @Test
    void whoHasNotAskedForLongestMakesRoom() {
        StatusWatchers watchers = new StatusWatchers(domain -> domain.equals("uppsala.test"));
        for (int i = 0; i < StatusWatchers.WATCHERS_MAX; i++) {
            assertThat(watchers.add(UPPSALA_DESK, MINA.withLocal("m" + i))).isTrue();
        }
        watchers.add(UPPSALA_DESK, MINA.withLocal("m0"));
        watchers.add(UPPSALA_DESK, MINA);
        assertThat(watchers.of(UPPSALA_DESK))
                .hasSize(StatusWatchers.WATCHERS_MAX)
                .contains(MINA, MINA.withLocal("m0"))
                .doesNotContain(MINA.withLocal("m1"));
    }

    @Test
    void whoWatchesHearsWhenTheDeskStops() {
        comes(MINA, Presence.Type.subscribe, null);
        passes(0);
        board.leave();
        assertThat(passes(0, MINA)).containsExactly("unavailable");
    }

    @Test
    void aWebsiteIsShownTheSame() {
        board.rosterChanged(UPPSALA_DESK, FULL);
        Entrance entrance = new Entrance(
                Sample.UPPSALA,
                services,
                new Reception(PatronForm.NONE, new FileRules(Set.of(), 1), false),
                board,
                words);
        assertThat(entrance.status("desk", "fa-IR"))
                .isEqualTo(new StatusFace(
                        UPPSALA_DESK,
                        "Ask Uppsala",
                        new ServiceStatus(State.BUSY, null, List.of()),
                        "STATUS_BUSY",
                        "fa"));
        for (String none : List.of("", "dusk", "a b", "a@b", "a/b", "\u0000")) {
            assertThat(entrance.status(none, null)).as(none).isNull();
            assertThat(entrance.face(none)).as(none).isNull();
        }
    }

    @Test
    void aTimeIsWrittenAsItsReadersWriteIt() {
        StatusWords words = new StatusWords(
                (phrase, language, arguments) -> String.valueOf(arguments.length == 0 ? phrase : arguments[0]), "tlh");
        ServiceStatus closed = new ServiceStatus(State.CLOSED, Instant.parse("2026-11-30T08:00:00Z"), List.of());
        Map<String, String> expected = Map.of(
                "en", "Mon 30 Nov 08:00",
                "sv-FI", "mån 30 nov. 08:00",
                "fi", "ma 30 marrask. 08:00",
                "fa", "دوشنبه ۳۰ نوامبر ۰۸:۰۰",
                "pt", "Mon 30 Nov 08:00");
        expected.forEach((language, time) ->
                assertThat(words.say(SERVICE, closed, language)).as(language).isEqualTo(time));
        assertThat(words.say(SERVICE, new ServiceStatus(State.CLOSED, null, List.of()), "en"))
                .isEqualTo("STATUS_CLOSED");
    }
}
