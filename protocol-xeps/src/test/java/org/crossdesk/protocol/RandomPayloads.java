package org.crossdesk.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossdesk.protocol.ask.Admit;
import org.crossdesk.protocol.ask.Admitted;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.Brokered;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Card;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.Console;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.ask.Dismiss;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Part;
import org.crossdesk.protocol.ask.Place;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Queue;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.protocol.ask.Recall;
import org.crossdesk.protocol.ask.RecalledLines;
import org.crossdesk.protocol.ask.Release;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Resumed;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.ask.Running;
import org.crossdesk.protocol.ask.RunningSession;
import org.crossdesk.protocol.ask.RunningSessions;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.ask.Scripts;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.ask.Staff;
import org.crossdesk.protocol.ask.StaffingAnswer;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Find;
import org.crossdesk.protocol.competence.Finding;
import org.crossdesk.protocol.competence.Found;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.ProfileQuery;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.competence.WorkingHours;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Absence;
import org.crossdesk.protocol.transfer.Accept;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.Drop;
import org.crossdesk.protocol.transfer.Joined;
import org.crossdesk.protocol.transfer.Leave;
import org.crossdesk.protocol.transfer.Owned;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.Recalled;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.crossdesk.protocol.transfer.TransferCancel;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.crossdesk.protocol.transfer.TransferRequest;
import org.jspecify.annotations.Nullable;

/** Valid payloads of every kind, at random from a seed, often at their bounds. */
final class RandomPayloads {
    private static final int[] CHARACTERS = {
        'a', 'Z', '0', ' ', '\n', '\t', '\r', '<', '>', '&', '\'', '"', ']', '\u00e5', '\u0633', '\u200f', '\u0301',
        '\uFFFD', 0x1F600, 0x10FFFD
    };
    private static final List<String> TAGS =
            List.of("fa", "sv", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-CH-1901", "EN-gb");
    private static final List<String> ADDRESSES = List.of(
            "ask.uppsala.test", "desk@ask.uppsala.test", "ask.tehran.test/h7", "ask-north@ask.north.test", "x@y/z @/ä");

    private final Random random;
    private final Map<String, Supplier<Payload>> kinds = new TreeMap<>();

    RandomPayloads(Random random) {
        this.random = random;
        kinds.put(
                "Stamp",
                () -> new Stamp(name(), name(), random.nextInt(101), random.nextInt(101), random.nextBoolean()));
        kinds.put(
                "Profile",
                () -> new Profile(
                        languages(200),
                        subjects(200),
                        insights(200),
                        orNull(() -> text(Bounds.NOTE_MAX_CHARS)),
                        orNull(this::hours)));
        kinds.put("ProfileQuery", () -> new ProfileQuery(name()));
        kinds.put("Find", () -> new Find(needs(), random.nextBoolean()));
        kinds.put(
                "Found",
                () -> new Found(
                        list(
                                3,
                                () -> new Finding(
                                        name(),
                                        random.nextBoolean(),
                                        random.nextInt(101),
                                        random.nextInt(101),
                                        new Profile(languages(3), subjects(3), insights(3)))),
                        random.nextBoolean()));
        kinds.put("Needs", this::needs);
        kinds.put(
                "Question",
                () -> new Question(
                        call(),
                        seconds(),
                        orNull(this::address),
                        orNull(this::address),
                        addresses(64),
                        orNull(this::ring),
                        random.nextBoolean()));
        kinds.put("Offer", () -> new Offer(call(), address(), seconds(), random.nextBoolean()));
        kinds.put(
                "Brokered",
                () -> new Brokered(
                        question(),
                        random.nextInt() & Integer.MAX_VALUE,
                        prospect(),
                        orNull(() -> new Queue(random.nextInt(1, 1_000), orNull(() -> random.nextInt(3_601)))),
                        orNull(() -> new RollUp(address(), seconds())),
                        list(4, () -> new RollUp(address(), seconds()))));
        kinds.put("Decline", () -> new Decline(question(), name(), any(Decline.Reason.values())));
        kinds.put("Retract", () -> new Retract(question(), name()));
        kinds.put("Withdraw", () -> new Withdraw(question(), any(Withdraw.Reason.values())));
        kinds.put("Exhausted", () -> new Exhausted(question(), prospect(), random.nextBoolean()));
        kinds.put("Running", Running::new);
        kinds.put(
                "RunningSessions",
                () -> new RunningSessions(
                        random.nextInt() & Integer.MAX_VALUE,
                        list(
                                Bounds.RUNNING_MAX,
                                () -> new RunningSession(
                                        session(),
                                        time(),
                                        random.nextInt() & Integer.MAX_VALUE,
                                        address(),
                                        text(Bounds.SUMMARY_MAX_CHARS)))));
        kinds.put("Attend", () -> new Attend(session(), name()));
        kinds.put("Staff", () -> new Staff(name(), needs()));
        kinds.put(
                "StaffingAnswer",
                () -> new StaffingAnswer(any(StaffingAnswer.Answer.values()), random.nextInt() & Integer.MAX_VALUE));
        kinds.put("Dismiss", Dismiss::new);
        kinds.put("Release", () -> new Release(address()));
        kinds.put("Admit", () -> new Admit(orNull(this::address)));
        kinds.put("Admitted", () -> new Admitted(address()));
        kinds.put("Closed", Closed::new);
        kinds.put("Note", () -> new Note(orNull(this::code)));
        kinds.put("Part", this::part);
        kinds.put(
                "Console",
                () -> new Console(
                        random.nextBoolean(),
                        random.nextBoolean(),
                        list(Bounds.POSTS_MAX, () -> new Console.Post(address(), address(), orNull(this::name))),
                        list(3, this::inSession)));
        kinds.put("Recall", () -> new Recall(from1() - 1, random.nextBoolean()));
        kinds.put("RecalledLines", () -> new RecalledLines(random.nextBoolean(), recalledLines()));
        kinds.put("RecallRequest", () -> new RecallRequest(session(), from1(), from1() - 1, random.nextBoolean()));
        kinds.put("Recalled", () -> new Recalled(session(), from1(), random.nextBoolean(), recalledLines()));
        kinds.put("Resumable", () -> new Resumable(orNull(this::conversation)));
        kinds.put("Resume", () -> new Resume(conversation(), from1() - 1));
        kinds.put("Resumed", () -> new Resumed(from1(), random.nextBoolean()));
        kinds.put("Finish", () -> new Finish(orNull(this::conversation)));
        kinds.put(
                "Rating",
                () -> new Rating(
                        conversation(),
                        random.nextInt(1, Rating.STARS_MAX + 1),
                        random.nextBoolean() ? "" : text(Bounds.RATING_MAX_CHARS)));
        kinds.put("LineNumber", () -> new LineNumber(from1(), from1() - 1, any(Speaker.values())));
        kinds.put("Place", () -> new Place(new Queue(random.nextInt(1, 1_000), orNull(() -> random.nextInt(3_601)))));
        kinds.put(
                "Card",
                () -> new Card(
                        random.nextInt(1, 1_000), any(Card.State.values()), orNull(this::needs), orNull(this::name)));
        kinds.put(
                "ServiceStatus",
                () -> new ServiceStatus(
                        any(ServiceStatus.State.values()), orNull(this::time), addresses(Bounds.HOPS_MAX)));
        kinds.put(
                "Scripts",
                () -> new Scripts(
                        list(
                                random.nextInt(20) == 0 ? Bounds.SCRIPTS_MAX : 3,
                                () -> new Script(
                                        token(),
                                        any(Script.Scope.values()),
                                        orNull(this::address),
                                        name(),
                                        orNull(() -> TAGS.get(random.nextInt(TAGS.size()))),
                                        text(Bounds.SCRIPT_MAX_CHARS))),
                        addresses(Bounds.POSTS_MAX),
                        random.nextInt(3)));
        kinds.put("Accept", () -> new Accept(session(), question(), name()));
        kinds.put("Owned", () -> new Owned(session(), from1(), from1() - 1));
        kinds.put("Relay", () -> new Relay(session(), from1(), utterances()));
        kinds.put("Ack", () -> new Ack(session(), from1(), from1() - 1));
        kinds.put(
                "Say",
                () -> new Say(
                        session(),
                        from1(),
                        from1(),
                        time(),
                        text(Bounds.BODY_MAX_CHARS),
                        random.nextBoolean(),
                        extras()));
        kinds.put("SayRefused", () -> new SayRefused(session(), from1(), from1(), text(Bounds.REASON_MAX_CHARS)));
        kinds.put(
                "TransferRequest",
                () -> new TransferRequest(
                        session(),
                        from1(),
                        needs(),
                        orNull(this::address),
                        orNull(() -> text(500)),
                        orNull(() -> any(Role.values())),
                        random.nextBoolean()));
        kinds.put("TransferCancel", () -> new TransferCancel(session(), from1()));
        kinds.put(
                "TransferRefused",
                () -> new TransferRefused(
                        session(), from1(), any(TransferRefused.Reason.values()), question(), orNull(this::needs)));
        kinds.put(
                "CloseRequest",
                () -> new CloseRequest(
                        session(),
                        from1(),
                        any(Resolution.values()),
                        orNull(() -> 1 + random.nextInt(6)),
                        new Tags(list(Bounds.TAGS_MAX, () -> line(Bounds.TAG_MAX_CHARS)))));
        kinds.put("Released", () -> new Released(session(), from1(), any(Released.Reason.values()), from1() - 1));
        kinds.put("Joined", () -> new Joined(session(), from1(), from1() - 1, any(Role.values())));
        kinds.put("Leave", () -> new Leave(session(), from1()));
        kinds.put("Drop", () -> new Drop(session(), from1(), orNull(this::address)));
        kinds.put("Activity", () -> new Activity(session(), from1(), any(ChatState.values())));
        kinds.put("Displayed", () -> new Displayed(session(), from1(), from1()));
        kinds.put("Absence", () -> new Absence(session(), from1(), random.nextBoolean()));
    }

    private Part part() {
        return new Part(any(Part.Phase.values()), orNull(() -> any(Role.values())), random.nextBoolean());
    }

    private Console.InSession inSession() {
        return new Console.InSession(session(), part(), new Offer(call(), address(), seconds(), random.nextBoolean()));
    }

    private String code() {
        return "a-" + random.nextInt(10) + "z".repeat(random.nextInt(61));
    }

    private List<RecalledLine> recalledLines() {
        int count = random.nextInt(20) == 0 ? Bounds.RELAY_MAX_UTTERANCES : random.nextInt(4);
        int longest = count > 3 ? Bounds.RELAY_MAX_CHARS / count : Bounds.BODY_MAX_CHARS;
        return Stream.generate(() -> random.nextBoolean()
                        ? new RecalledLine(from1(), time(), any(Speaker.OPERATOR, Speaker.ASIDE), true, text(longest))
                        : new RecalledLine(from1(), time(), any(Speaker.values()), false, text(longest)))
                .limit(count)
                .toList();
    }

    /** The kinds it can make. */
    java.util.Set<String> kinds() {
        return kinds.keySet();
    }

    Payload next(String kind) {
        return java.util.Objects.requireNonNull(kinds.get(kind)).get();
    }

    Payload next() {
        return next(List.copyOf(kinds.keySet()).get(random.nextInt(kinds.size())));
    }

    private Needs needs() {
        return new Needs(languages(16), subjects(16), insights(16));
    }

    private Call call() {
        return new Call(
                question(),
                session(),
                address(),
                random.nextBoolean(),
                needs(),
                text(Bounds.SUMMARY_MAX_CHARS),
                orNull(() -> TAGS.get(random.nextInt(TAGS.size()))),
                addresses(8),
                orNull(() -> text(Bounds.POLICY_MAX_CHARS)),
                orNull(() -> any(Role.values())),
                orNull(() -> any(Disclosure.values())));
    }

    private List<Language> languages(int most) {
        return list(most, () -> new Language(TAGS.get(random.nextInt(TAGS.size())), any(LanguageLevel.values())));
    }

    private List<Subject> subjects(int most) {
        int[] chars = {Bounds.PROFILE_LABELS_MAX_CHARS};
        return list(most, () -> {
            List<Label> labels = random.nextBoolean() ? List.of() : labels();
            chars[0] -= labels.stream().mapToInt(label -> label.name().length()).sum();
            return new Subject(name(), name(), 1 + random.nextInt(3), chars[0] < 0 ? null : labels);
        });
    }

    private List<Label> labels() {
        return list(Bounds.LABELS_MAX, () -> new Label(TAGS.get(random.nextInt(TAGS.size())), name()));
    }

    private List<Insight> insights(int most) {
        return list(most, () -> new Insight(any(Insight.Kind.values()), name(), 1 + random.nextInt(3)));
    }

    private List<Address> addresses(int most) {
        return list(most, this::address);
    }

    private Prospect prospect() {
        return new Prospect(random.nextInt(3), random.nextInt(3), orNull(this::needs));
    }

    private @Nullable Extras extras() {
        return random.nextBoolean()
                ? null
                : Extras.of(orNull(this::from1), orNull(() -> "https://a.test/" + random.nextInt(9) + "?x=é&y"));
    }

    private List<Utterance> utterances() {
        int count = random.nextInt(20) == 0 ? Bounds.RELAY_MAX_UTTERANCES : 1 + random.nextInt(4);
        int longest = count > 3 ? Bounds.RELAY_MAX_CHARS / count : Bounds.BODY_MAX_CHARS;
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextInt(5) == 0) {
                utterances.add(new Utterance(from1(), time(), any(Speaker.values()), null, ""));
                continue;
            }
            utterances.add(
                    random.nextInt(4) == 0
                            ? new Utterance(from1(), time(), Speaker.OPERATOR, from1(), "")
                            : new Utterance(from1(), time(), any(Speaker.values()), null, text(longest), extras()));
        }
        return utterances;
    }

    /** Mostly short; now and then full, now and then empty. */
    private <T> List<T> list(int most, Supplier<T> entry) {
        int size = random.nextInt(30) == 0 ? most : random.nextInt(4);
        return Stream.generate(entry).limit(size).toList();
    }

    private QuestionId question() {
        return new QuestionId(token());
    }

    private ConversationToken conversation() {
        return new ConversationToken(token());
    }

    private SessionId session() {
        return new SessionId(token());
    }

    private String token() {
        return IntStream.range(0, SessionId.LENGTH_CHARS)
                .mapToObj(i -> SessionId.ALPHABET.substring(random.nextInt(32)).substring(0, 1))
                .collect(java.util.stream.Collectors.joining());
    }

    private Ring ring() {
        return random.nextBoolean() ? Ring.ALL : new Ring(false, random.nextInt(1, Ring.MOST_MAX + 1));
    }

    private Address address() {
        if (random.nextInt(50) == 0) {
            return Address.parse("l".repeat(1_023) + "@" + "d".repeat(1_023) + "/" + "\u00e5".repeat(1_023));
        }
        return Address.parse(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
    }

    private int seconds() {
        return 1 + random.nextInt(3_600);
    }

    private long from1() {
        return switch (random.nextInt(4)) {
            case 0 -> 1;
            case 1 -> Long.MAX_VALUE;
            default -> 1 + random.nextInt(1_000);
        };
    }

    private Instant time() {
        return switch (random.nextInt(4)) {
            case 0 -> Instant.parse("2026-11-23T10:00:00Z");
            case 1 -> Instant.parse("1000-01-01T00:00:00Z");
            case 2 -> Instant.parse("9999-12-31T23:59:59.999999999Z");
            default -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        };
    }

    private WorkingHours hours() {
        return new WorkingHours(
                random.nextBoolean() ? "Europe/Stockholm" : "UTC",
                java.util.stream.IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(any -> new WorkingHours.Time(
                                any(WorkingHours.Day.values()), random.nextInt(1_440), random.nextInt(1_440)))
                        .toList());
    }

    private String name() {
        return line(Bounds.NAME_MAX_CHARS);
    }

    private String line(int mostChars) {
        return text(mostChars).replaceAll("[\t\r\n]", "-");
    }

    String text(int mostChars) {
        int chars = random.nextInt(40) == 0 ? mostChars : 1 + random.nextInt(Math.min(12, mostChars));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chars; i++) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
