package org.crossdesk.edge.command.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.OperatorLine;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/**
 * What an operator does to a session, at the session's contact. What comes of it is told by the contact, as after a
 * typed line.
 */
public final class SessionCommand implements AdHocCommand {
    private final DeskControl desk;
    private final SessionId session;
    private final String node;
    private final String name;
    private final @Nullable DataForm form;
    private final Function<FormValues, OperatorAct> act;

    private SessionCommand(
            DeskControl desk,
            SessionId session,
            String node,
            String name,
            @Nullable DataForm form,
            Function<FormValues, OperatorAct> act) {
        this.desk = desk;
        this.session = session;
        this.node = node;
        this.name = name;
        this.form = form;
        this.act = act;
    }

    /** The commands of this session's contact. */
    public static List<AdHocCommand> of(DeskControl desk, SessionId session) {
        Function<String, Subject> subjects = desk.schemes().reader();
        return List.of(
                new SessionCommand(desk, session, "accept", "Take the session", null, v -> new OperatorAct.Take()),
                new SessionCommand(desk, session, "decline", "Decline", null, v -> new OperatorAct.Decline()),
                new SessionCommand(
                        desk,
                        session,
                        "transfer",
                        "Transfer",
                        transfer("Transfer"),
                        values -> handOver(values, null, subjects)),
                new SessionCommand(
                        desk,
                        session,
                        "consult",
                        "Consult somebody",
                        transfer("Consult somebody"),
                        values -> handOver(values, Role.CONSULTANT, subjects)),
                new SessionCommand(
                        desk,
                        session,
                        "add-colleague",
                        "Add a colleague",
                        transfer("Add a colleague"),
                        values -> handOver(values, Role.COLLEAGUE, subjects)),
                new SessionCommand(
                        desk, session, "drop", "Send away who is beside you", null, v -> new OperatorAct.Drop(null)),
                new SessionCommand(desk, session, "leave", "Leave the session", null, v -> new OperatorAct.Leave()),
                new SessionCommand(
                        desk, session, "cancel-transfer", "Cancel the transfer", null, v -> new OperatorAct.Keep()),
                new SessionCommand(desk, session, "close", "Close", close(), SessionCommand::close));
    }

    private static DataForm transfer(String title) {
        return Forms.asking(title, "Say what the other operator must know, or who it is.")
                .field("subject", "Subjects, one a line: law", FormField.Type.text_multi, List.of())
                .field("language", "Languages, any of them, one a line: fi", FormField.Type.text_multi, List.of())
                .field("to", "An operator, a desk or a service, or: back", FormField.Type.text_single, List.of())
                .field("summary", "What it is about, in one line", FormField.Type.text_single, List.of())
                .build();
    }

    private static OperatorAct handOver(FormValues values, @Nullable Role role, Function<String, Subject> subjects) {
        return OperatorLine.handOver(
                values.all("language"),
                values.all("subject").stream().map(subjects).toList(),
                values.text("to").filter(to -> !to.isEmpty()).orElse(null),
                values.text("summary").orElse(null),
                role);
    }

    private static DataForm close() {
        List<String> codes = Arrays.stream(Resolution.values())
                .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return Forms.asking("Close", "How did it end?")
                .choice("resolution", "Resolution code", FormField.Type.list_single, codes, codes.subList(0, 1))
                .choice(
                        "read",
                        "READ value",
                        FormField.Type.list_single,
                        List.of("1", "2", "3", "4", "5", "6"),
                        List.of())
                .field(
                        "tags",
                        "Tags, one a line: copyright (at most " + Bounds.TAGS_MAX + ")",
                        FormField.Type.text_multi,
                        List.of())
                .build();
    }

    private static OperatorAct close(FormValues values) {
        return new OperatorAct.Close(
                OperatorLine.resolution(values.text("resolution").orElse("answered")),
                values.text("read")
                        .filter(read -> !read.isEmpty())
                        .map(OperatorLine::read)
                        .orElse(null),
                OperatorLine.tags(values.all("tags")));
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public String name(@Nullable String language) {
        return name;
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.operator(StanzaBridge.address(caller.from())).isPresent();
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        return form;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Address client = StanzaBridge.address(caller.from());
        Directory.Operator operator = desk.operator(client).orElse(null);
        if (operator == null) {
            return Outcome.refused(Condition.FORBIDDEN, "only operators do that");
        }
        try {
            Asker asker = new Asker(client, StanzaBridge.address(caller.to()), node, Asker.Form.MESSAGE);
            desk.act(operator, session, client, act.apply(values), asker);
            return Outcome.done("Asked; what comes of it is told in the conversation.");
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
