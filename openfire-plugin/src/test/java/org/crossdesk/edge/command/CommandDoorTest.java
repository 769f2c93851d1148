package org.crossdesk.edge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.PacketError;

/** Conversations at the door. XEP-0050. */
class CommandDoorTest {
    private static final String COMMANDS = "http://jabber.org/protocol/commands";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final JID DESK = new JID("ask.uppsala.test");
    private static final JID SESSION = new JID("s-1@ask.uppsala.test");
    private static final JID SHIRIN = new JID("shirin@uppsala.test/phone");
    private static final JID PATRON = new JID("patron@uppsala.test/web");

    /** Runs what the test says. */
    private static final class Command implements AdHocCommand {
        private final String node;
        private final boolean hasForm;
        private final List<FormValues> ran = new ArrayList<>();
        private Outcome outcome = Outcome.done("You are on duty.");

        Command(String node, boolean hasForm) {
            this.node = node;
            this.hasForm = hasForm;
        }

        @Override
        public String node() {
            return node;
        }

        @Override
        public String name(@Nullable String language) {
            return node + " in " + language;
        }

        @Override
        public boolean allows(Caller caller) {
            return !caller.from().equals(PATRON);
        }

        @Override
        public @Nullable DataForm form(Caller caller) {
            if (!hasForm) {
                return null;
            }
            DataForm form = new DataForm(DataForm.Type.form);
            form.setTitle("Transfer");
            FormField subject = form.addField("subject", "Subject", FormField.Type.text_single);
            subject.setRequired(true);
            FormField level = form.addField("level", "Level", FormField.Type.list_single);
            level.addOption("general", "1");
            level.addOption("specialist", "3");
            level.addValue("1");
            form.addField("languages", "Languages", FormField.Type.text_multi);
            form.addField("now", "At once", FormField.Type.boolean_type);
            form.addField("to", "To", FormField.Type.jid_single);
            form.addField(null, "Only words", FormField.Type.fixed);
            return form;
        }

        @Override
        public Outcome run(Caller caller, FormValues values) {
            ran.add(values);
            return outcome;
        }
    }

    /** A clock that the test moves. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Command duty = new Command("duty", false);
    private final Command transfer = new Command("transfer", true);
    private final TestClock clock = new TestClock();
    private final AtomicInteger tokens = new AtomicInteger();
    private final CommandDoor door = new CommandDoor(
            address -> address.getNode() == null ? List.of(duty) : List.of(duty, transfer),
            new CommandLimits(2, 3, Duration.ofMinutes(5)),
            clock,
            () -> "t" + tokens.incrementAndGet(),
            refusal -> new PacketError(
                    PacketError.Condition.fromXMPP(
                            refusal.condition().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    PacketError.Type.modify,
                    refusal.text()));

    private static IQ disco(String namespace, JID from, JID to, String node) {
        IQ iq = new IQ(IQ.Type.get);
        iq.setFrom(from);
        iq.setTo(to);
        iq.setChildElement("query", namespace).addAttribute("node", node);
        return iq;
    }

    private static IQ command(JID from, JID to, String node, @Nullable String action, @Nullable String session) {
        IQ iq = new IQ(IQ.Type.set, "i1");
        iq.setFrom(from);
        iq.setTo(to);
        iq.setChildElement("command", COMMANDS)
                .addAttribute("node", node)
                .addAttribute("action", action)
                .addAttribute("sessionid", session);
        return iq;
    }

    /** Fills in fields: a name, then its value; a name again is one value more. */
    private static IQ fill(IQ iq, String... namesAndValues) {
        Element x = iq.getChildElement()
                .addElement(QName.get("x", DataForm.NAMESPACE))
                .addAttribute("type", "submit");
        Element field = null;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (field == null || !namesAndValues[i].equals(field.attributeValue("var"))) {
                field = x.addElement("field").addAttribute("var", namesAndValues[i]);
            }
            field.addElement("value").addText(namesAndValues[i + 1]);
        }
        return iq;
    }

    private IQ ask(IQ iq) {
        assertThat(door.serves(iq)).isTrue();
        IQ answer = door.answer(iq);
        assertThat(answer.getTo()).isEqualTo(iq.getFrom());
        assertThat(answer.getFrom()).isEqualTo(iq.getTo());
        assertThat(answer.getID()).isEqualTo(iq.getID());
        return answer;
    }

    private String begin(JID from) {
        Element answer =
                ask(command(from, SESSION, "transfer", "execute", null)).getChildElement();
        assertThat(answer.attributeValue("status")).isEqualTo("executing");
        return Objects.requireNonNull(answer.attributeValue("sessionid"));
    }

    private static void assertError(
            IQ answer, PacketError.Condition condition, @Nullable String specific, String text) {
        assertThat(answer.getType()).isEqualTo(IQ.Type.error);
        assertThat(answer.getError().getCondition()).isEqualTo(condition);
        assertThat(answer.getError().getApplicationConditionName()).isEqualTo(specific);
        assertThat(answer.getError().getText()).contains(text);
    }

    private static void assertBadRequest(IQ answer, String specific, String text) {
        assertError(answer, PacketError.Condition.bad_request, specific, text);
    }

    private static String status(IQ answer) {
        assertThat(answer.getType()).isEqualTo(IQ.Type.result);
        return answer.getChildElement().attributeValue("status");
    }

    @Test
    @DisplayName("the list shows what the caller may run at that address, in the caller's language (section 3.2)")
    void lists() {
        IQ asked = disco(ITEMS, SHIRIN, SESSION, COMMANDS);
        asked.getElement().addAttribute(QName.get("lang", Namespace.XML_NAMESPACE), "fa");
        List<Element> items = ask(asked).getChildElement().elements("item");
        assertThat(items).extracting(item -> item.attributeValue("node")).containsExactly("duty", "transfer");
        assertThat(items).extracting(item -> item.attributeValue("name")).contains("duty in fa");
        assertThat(items).extracting(item -> item.attributeValue("jid")).containsOnly(SESSION.toString());
        assertThat(ask(disco(ITEMS, SHIRIN, DESK, COMMANDS)).getChildElement().elements("item"))
                .hasSize(1);
        assertThat(ask(disco(ITEMS, PATRON, SESSION, COMMANDS))
                        .getChildElement()
                        .elements("item"))
                .isEmpty();
    }

    @Test
    @DisplayName("a node says that it is a command (section 3.1)")
    void describes() {
        Element info = ask(disco(INFO, SHIRIN, SESSION, "transfer")).getChildElement();
        assertThat(info.element("identity").attributeValue("type")).isEqualTo("command-node");
        assertThat(info.elements("feature"))
                .extracting(feature -> ((Element) feature).attributeValue("var"))
                .containsExactly(COMMANDS, "jabber:x:data");
        assertThat(ask(disco(INFO, SHIRIN, SESSION, COMMANDS))
                        .getChildElement()
                        .element("identity")
                        .attributeValue("type"))
                .isEqualTo("command-list");
        assertThat(ask(disco(ITEMS, SHIRIN, SESSION, "transfer"))
                        .getChildElement()
                        .elements())
                .isEmpty();
        assertError(
                ask(disco(INFO, PATRON, SESSION, "transfer")), PacketError.Condition.forbidden, null, "may not run");
    }

    @Test
    @DisplayName("other stanzas are not for this door")
    void servesOnlyItsOwn() {
        assertThat(door.serves(disco(INFO, SHIRIN, DESK, "transfer"))).isFalse();
        assertThat(door.serves(disco("urn:other", SHIRIN, DESK, COMMANDS))).isFalse();
        IQ withoutNode = disco(INFO, SHIRIN, DESK, COMMANDS);
        withoutNode.getChildElement().addAttribute("node", null);
        assertThat(door.serves(withoutNode)).isFalse();
        IQ answer = command(SHIRIN, DESK, "duty", null, null);
        answer.setType(IQ.Type.result);
        assertThat(door.serves(answer)).isFalse();
        assertThat(door.serves(new IQ(IQ.Type.get))).isFalse();
    }

    @Test
    @DisplayName("a command without a form runs at once")
    void runsAtOnce() {
        Element answer = ask(command(SHIRIN, DESK, "duty", null, null)).getChildElement();
        assertThat(answer.attributeValue("status")).isEqualTo("completed");
        assertThat(answer.attributeValue("sessionid")).isEqualTo("t1");
        assertThat(answer.attributeValue("node")).isEqualTo("duty");
        assertThat(answer.elementText("note")).isEqualTo("You are on duty.");
        assertThat(duty.ran).containsExactly(FormValues.NONE);
    }

    @ParameterizedTest
    @CsvSource({"execute", "complete"})
    @DisplayName("a form goes out, comes back, and the command runs once")
    void runsWithForm(String action) {
        Element form = ask(command(SHIRIN, SESSION, "transfer", null, null)).getChildElement();
        assertThat(form.element("actions").attributeValue("execute")).isEqualTo("complete");
        assertThat(form.element("actions").element("complete")).isNotNull();
        assertThat(form.element("x").elementText("title")).isEqualTo("Transfer");
        String id = form.attributeValue("sessionid");
        DataForm shown = new DataForm(DataForm.Type.result);
        shown.setTitle("Result");
        transfer.outcome = new Outcome.Done(List.of("a", "b"), shown);

        IQ filled = fill(
                command(SHIRIN, SESSION, "transfer", action, id),
                "subject",
                " law ",
                "languages",
                "fa",
                "languages",
                "",
                "languages",
                " sv",
                "now",
                "1",
                "other",
                "x");
        Element done = ask(filled).getChildElement();

        assertThat(done.attributeValue("status")).isEqualTo("completed");
        assertThat(done.attributeValue("sessionid")).isEqualTo(id);
        assertThat(done.elements("note"))
                .extracting(note -> ((Element) note).getText())
                .containsExactly("a", "b");
        assertThat(done.element("x").attributeValue("type")).isEqualTo("result");
        FormValues values = transfer.ran.get(0);
        assertThat(values.text("subject")).contains("law");
        assertThat(values.text("level")).as("the default").contains("1");
        assertThat(values.all("languages")).containsExactly("fa", "sv");
        assertThat(values.flag("now")).isTrue();
        assertThat(values.text("to")).isEmpty();
        assertThat(values.all("other")).isEmpty();
        assertBadRequest(ask(filled), "bad-sessionid", "already used");
        assertThat(transfer.ran).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject | '' | the field 'subject' must be filled in",
                "level | 2 | the field 'level' takes one of 1, 3",
                "now | maybe | the field 'now' takes true or false",
                "to | a b@c | the field 'to' takes an XMPP address"
            })
    @DisplayName("a form that is filled in badly is refused by field, and can be mended")
    void mendableForms(String field, String value, String message) {
        String id = begin(SHIRIN);
        IQ bad = command(SHIRIN, SESSION, "transfer", "complete", id);
        assertBadRequest(
                ask(field.equals("subject") ? fill(bad, field, value) : fill(bad, "subject", "law", field, value)),
                "bad-payload",
                message);
        assertThat(transfer.ran).isEmpty();
        assertThat(status(ask(fill(command(SHIRIN, SESSION, "transfer", "complete", id), "subject", "law"))))
                .isEqualTo("completed");
    }

    @Test
    @DisplayName("a form without fields' names, with a field twice or with two values for one is refused")
    void malformedForms() {
        String id = begin(SHIRIN);
        assertBadRequest(
                ask(fill(command(SHIRIN, SESSION, "transfer", "complete", id), "subject", "a", "subject", "b")),
                "bad-payload",
                "'subject' takes one value");
        assertBadRequest(
                ask(fill(
                        command(SHIRIN, SESSION, "transfer", "complete", id),
                        "subject",
                        "a",
                        "level",
                        "1",
                        "subject",
                        "b")),
                "bad-payload",
                "'subject' is there twice");
        IQ unnamed = fill(command(SHIRIN, SESSION, "transfer", "complete", id));
        unnamed.getChildElement().element("x").addElement("field");
        assertBadRequest(ask(unnamed), "bad-payload", "has no name");
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", "complete", id)), "bad-payload", "form is missing");
    }

    @Test
    @DisplayName("what the command refuses is told; a bad request leaves the form open, another refusal doesn't")
    void refusals() {
        String id = begin(SHIRIN);
        transfer.outcome = Outcome.refused(Condition.BAD_REQUEST, "the field 'subject': nobody knows that");
        IQ filled = fill(command(SHIRIN, SESSION, "transfer", "complete", id), "subject", "x");
        assertError(ask(filled), PacketError.Condition.bad_request, null, "nobody knows that");
        transfer.outcome = Outcome.refused(Condition.UNEXPECTED_REQUEST, "the session is over");
        assertError(ask(filled), PacketError.Condition.unexpected_request, null, "the session is over");
        assertBadRequest(ask(filled), "bad-sessionid", "begin again");
        duty.outcome = new Outcome.Refused(new Refusal(Condition.SERVICE_UNAVAILABLE, "no room"));
        assertError(
                ask(command(SHIRIN, DESK, "duty", null, null)),
                PacketError.Condition.service_unavailable,
                null,
                "no room");
    }

    @Test
    @DisplayName("cancel closes the form, also by a form of type cancel")
    void cancels() {
        String id = begin(SHIRIN);
        assertThat(status(ask(command(SHIRIN, SESSION, "transfer", "cancel", id))))
                .isEqualTo("canceled");
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", "cancel", id)), "bad-sessionid", "begin again");
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", "cancel", null)), "bad-sessionid", "begin again");
        IQ canceling = fill(command(SHIRIN, SESSION, "transfer", "complete", begin(SHIRIN)));
        canceling.getChildElement().element("x").addAttribute("type", "cancel");
        assertThat(status(ask(canceling))).isEqualTo("canceled");
        assertThat(transfer.ran).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"next,bad-action", "prev,bad-action", "jump,malformed-action"})
    @DisplayName("there is one step, so next and prev lead nowhere; the form stays open")
    void wrongActions(String action, String condition) {
        String id = begin(SHIRIN);
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", action, id)), condition, "'" + action + "'");
        assertThat(status(ask(command(SHIRIN, SESSION, "transfer", "cancel", id))))
                .isEqualTo("canceled");
    }

    @Test
    @DisplayName("nobody else, nowhere else and no other command can use a form")
    void formsBelongToTheirCaller() {
        String id = begin(SHIRIN);
        JID otherClient = new JID("shirin@uppsala.test/desktop");
        JID otherSession = new JID("s-2@ask.uppsala.test");
        assertBadRequest(ask(command(otherClient, SESSION, "transfer", "cancel", id)), "bad-sessionid", "begin");
        assertBadRequest(ask(command(SHIRIN, otherSession, "transfer", "cancel", id)), "bad-sessionid", "begin");
        assertBadRequest(ask(command(SHIRIN, SESSION, "duty", "cancel", id)), "bad-sessionid", "begin");
        assertThat(status(ask(command(SHIRIN, SESSION, "transfer", "cancel", id))))
                .isEqualTo("canceled");
    }

    @Test
    @DisplayName("who lacks the role is refused at every step")
    void forbidden() {
        assertError(
                ask(command(PATRON, SESSION, "transfer", null, null)),
                PacketError.Condition.forbidden,
                null,
                "may not run");
        assertError(
                ask(command(PATRON, SESSION, "transfer", "complete", begin(SHIRIN))),
                PacketError.Condition.forbidden,
                null,
                "may not run");
    }

    @Test
    @DisplayName("an unknown command, one of another address, and what is no command at all are told apart")
    void unknownCommands() {
        assertError(
                ask(command(SHIRIN, DESK, "transfer", null, null)),
                PacketError.Condition.item_not_found,
                null,
                "no command 'transfer' here");
        IQ get = command(SHIRIN, DESK, "duty", null, null);
        get.setType(IQ.Type.get);
        assertError(ask(get), PacketError.Condition.bad_request, null, "in a set");
        IQ withoutNode = command(SHIRIN, DESK, "duty", null, null);
        withoutNode.getChildElement().addAttribute("node", null);
        assertError(ask(withoutNode), PacketError.Condition.bad_request, null, "with a node");
        assertThat(duty.ran).isEmpty();
    }

    @Test
    @DisplayName("a form that lies open too long expires")
    void expiry() {
        String id = begin(SHIRIN);
        clock.now = clock.now.plus(Duration.ofMinutes(5)).minusNanos(1);
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", "complete", id)), "bad-payload", "form is missing");
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", "cancel", id)), "bad-sessionid", "too long");
    }

    @Test
    @DisplayName("one account has a bounded number of forms, the oldest goes; all together have one too")
    void bounds() {
        List<String> own = IntStream.range(0, 3).mapToObj(i -> begin(SHIRIN)).toList();
        assertBadRequest(ask(command(SHIRIN, SESSION, "transfer", "cancel", own.get(0))), "bad-sessionid", "begin");
        begin(new JID("second@uppsala.test/a"));
        assertError(
                ask(command(new JID("third@uppsala.test/a"), SESSION, "transfer", null, null)),
                PacketError.Condition.resource_constraint,
                null,
                "try again later");
        assertThat(status(ask(command(SHIRIN, SESSION, "transfer", "cancel", own.get(2)))))
                .isEqualTo("canceled");
        begin(new JID("third@uppsala.test/a"));
    }
}
