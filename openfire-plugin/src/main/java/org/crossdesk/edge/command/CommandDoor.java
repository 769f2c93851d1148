package org.crossdesk.edge.command;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.xml.DecodingException;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;
import org.xmpp.packet.IQ;
import org.xmpp.packet.PacketError;

/**
 * Answers what clients ask about commands and what they do with them: XEP-0050 with commands of one step. It has no
 * threads; a command runs in the thread that brings the stanza.
 *
 * <table>
 * <caption>The actions</caption>
 * <tr><th>stanza</th><th>answer</th></tr>
 * <tr><td>execute, no session</td><td>the form ("executing") or, where there is none, what came of it ("completed")
 * </td></tr>
 * <tr><td>execute or complete, with the session and the filled-in form</td><td>"completed"</td></tr>
 * <tr><td>cancel, with the session</td><td>"canceled"</td></tr>
 * <tr><td>next, prev</td><td>{@code bad-action}: there is one step</td></tr>
 * </table>
 */
public final class CommandDoor {
    /** The namespace of commands, their node in service discovery, and the feature of addresses that have them. */
    public static final String NAMESPACE = "http://jabber.org/protocol/commands";

    private static final String DISCO_INFO = "http://jabber.org/protocol/disco#info";
    private static final String DISCO_ITEMS = "http://jabber.org/protocol/disco#items";
    private static final QName LANGUAGE = QName.get("lang", Namespace.XML_NAMESPACE);

    private final CommandSet commands;
    private final OpenForms forms;
    private final Supplier<String> tokens;
    private final Function<Refusal, PacketError> errors;

    /**
     * A door to commands.
     *
     * @param commands which address has which
     * @param limits how many forms may lie open
     * @param clock when they expire
     * @param tokens fresh unguessable names
     * @param errors how a refusal becomes a stanza error
     */
    public CommandDoor(
            CommandSet commands,
            CommandLimits limits,
            Clock clock,
            Supplier<String> tokens,
            Function<Refusal, PacketError> errors) {
        this.commands = commands;
        this.forms = new OpenForms(limits, clock, tokens);
        this.tokens = tokens;
        this.errors = errors;
    }

    /** Whether the stanza is a request to this door: a command, or service discovery at a command's node. */
    public boolean serves(IQ iq) {
        Element child = iq.getChildElement();
        if (!iq.isRequest() || child == null) {
            return false;
        }
        String namespace = child.getNamespaceURI();
        if (namespace.equals(NAMESPACE)) {
            return true;
        }
        String node = child.attributeValue("node");
        return (namespace.equals(DISCO_INFO) || namespace.equals(DISCO_ITEMS))
                && node != null
                && (node.equals(NAMESPACE) || find(iq, node).isPresent());
    }

    /** Answers a stanza that {@link #serves} says is for here. */
    public IQ answer(IQ iq) {
        Element child = iq.getChildElement();
        Caller caller = new Caller(iq.getFrom(), iq.getTo(), language(iq));
        return switch (child.getNamespaceURI()) {
            case DISCO_ITEMS -> items(iq, caller, child);
            case DISCO_INFO -> info(iq, caller, child);
            default -> command(iq, caller, child);
        };
    }

    private Optional<AdHocCommand> find(IQ iq, String node) {
        return commands.at(iq.getTo()).stream()
                .filter(command -> command.node().equals(node))
                .findFirst();
    }

    private IQ items(IQ iq, Caller caller, Element query) {
        IQ result = IQ.createResultIQ(iq);
        String node = query.attributeValue("node");
        Element items = result.setChildElement("query", DISCO_ITEMS).addAttribute("node", node);
        if (node.equals(NAMESPACE)) {
            commands.at(caller.to()).stream()
                    .filter(command -> command.allows(caller))
                    .forEach(command -> items.addElement("item")
                            .addAttribute("jid", caller.to().toString())
                            .addAttribute("node", command.node())
                            .addAttribute("name", command.name(caller.language())));
        }
        return result;
    }

    private IQ info(IQ iq, Caller caller, Element query) {
        String node = query.attributeValue("node");
        Optional<AdHocCommand> command = find(iq, node);
        if (command.isPresent() && !command.get().allows(caller)) {
            return forbidden(iq);
        }
        IQ result = IQ.createResultIQ(iq);
        Element info = result.setChildElement("query", DISCO_INFO).addAttribute("node", node);
        Element identity = info.addElement("identity").addAttribute("category", "automation");
        if (command.isEmpty()) {
            identity.addAttribute("type", "command-list");
            return result;
        }
        identity.addAttribute("type", "command-node")
                .addAttribute("name", command.get().name(caller.language()));
        info.addElement("feature").addAttribute("var", NAMESPACE);
        info.addElement("feature").addAttribute("var", DataForm.NAMESPACE);
        return result;
    }

    private IQ command(IQ iq, Caller caller, Element request) {
        String node = request.attributeValue("node");
        if (iq.getType() != IQ.Type.set || !request.getName().equals("command") || node == null) {
            return refused(iq, new Refusal(Condition.BAD_REQUEST, "a command is a <command/> with a node in a set"));
        }
        Optional<AdHocCommand> command = find(iq, node);
        if (command.isEmpty()) {
            return refused(iq, new Refusal(Condition.ITEM_NOT_FOUND, "there is no command '" + node + "' here"));
        }
        if (!command.get().allows(caller)) {
            return forbidden(iq);
        }
        String action = request.attributeValue("action", "execute");
        String id = request.attributeValue("sessionid");
        return switch (action) {
            case "execute" ->
                id == null ? begin(iq, caller, command.get()) : complete(iq, caller, command.get(), id, request);
            case "complete" -> complete(iq, caller, command.get(), id, request);
            case "cancel" -> cancel(iq, node, id);
            case "next", "prev" ->
                wrong(iq, "bad-action", "the action '" + action + "' leads nowhere: complete or cancel is expected");
            default -> wrong(iq, "malformed-action", "the action '" + action + "' is unknown");
        };
    }

    private IQ begin(IQ iq, Caller caller, AdHocCommand command) {
        DataForm form = command.form(caller);
        if (form == null) {
            return run(iq, caller, command, FormValues.NONE, null);
        }
        Optional<OpenForms.Open> open = forms.add(caller.from(), caller.to(), command.node(), form);
        if (open.isEmpty()) {
            return refused(
                    iq, new Refusal(Condition.RESOURCE_CONSTRAINT, "too many forms lie open here: try again later"));
        }
        IQ result = IQ.createResultIQ(iq);
        Element answer = reply(result, command.node(), open.get().id(), "executing");
        answer.addElement("actions").addAttribute("execute", "complete").addElement("complete");
        answer.add(form.createCopy().getElement());
        return result;
    }

    private IQ complete(IQ iq, Caller caller, AdHocCommand command, @Nullable String id, Element request) {
        Optional<OpenForms.Open> open = take(iq, command.node(), id);
        if (open.isEmpty()) {
            return unknownSession(iq);
        }
        Element submitted = request.element(QName.get("x", DataForm.NAMESPACE));
        String type = submitted == null ? "" : submitted.attributeValue("type", "");
        if (type.equals("cancel")) {
            return canceled(iq, open.get());
        }
        if (submitted == null || !type.equals("submit")) {
            forms.putBack(open.get());
            return wrong(iq, "bad-payload", "the filled-in form is missing");
        }
        try {
            return run(iq, caller, command, FormValues.read(open.get().form(), submitted), open.get());
        } catch (DecodingException e) {
            forms.putBack(open.get());
            return wrong(iq, "bad-payload", String.valueOf(e.getMessage()));
        }
    }

    private IQ run(IQ iq, Caller caller, AdHocCommand command, FormValues values, OpenForms.@Nullable Open open) {
        return command.run(caller, values).accept(new Outcome.Visitor<>() {
            @Override
            public IQ done(Outcome.Done done) {
                IQ result = IQ.createResultIQ(iq);
                Element answer = reply(result, command.node(), open == null ? tokens.get() : open.id(), "completed");
                done.notes()
                        .forEach(note -> answer.addElement("note")
                                .addAttribute("type", "info")
                                .addText(note));
                DataForm form = done.result();
                if (form != null) {
                    answer.add(form.createCopy().getElement());
                }
                return result;
            }

            @Override
            public IQ refused(Outcome.Refused refused) {
                Condition condition = refused.refusal().condition();
                if (open != null && (condition == Condition.BAD_REQUEST || condition == Condition.NOT_ACCEPTABLE)) {
                    forms.putBack(open);
                }
                return CommandDoor.this.refused(iq, refused.refusal());
            }
        });
    }

    private IQ cancel(IQ iq, String node, @Nullable String id) {
        return take(iq, node, id).map(open -> canceled(iq, open)).orElseGet(() -> unknownSession(iq));
    }

    private Optional<OpenForms.Open> take(IQ iq, String node, @Nullable String id) {
        return id == null ? Optional.empty() : forms.take(id, iq.getFrom(), iq.getTo(), node);
    }

    private static IQ canceled(IQ iq, OpenForms.Open open) {
        IQ result = IQ.createResultIQ(iq);
        reply(result, open.node(), open.id(), "canceled");
        return result;
    }

    private static Element reply(IQ result, String node, String id, String status) {
        return result.setChildElement("command", NAMESPACE)
                .addAttribute("node", node)
                .addAttribute("sessionid", id)
                .addAttribute("status", status);
    }

    private IQ unknownSession(IQ iq) {
        return wrong(iq, "bad-sessionid", "this form was already used, or has lain open too long: begin again");
    }

    private IQ forbidden(IQ iq) {
        return refused(iq, new Refusal(Condition.FORBIDDEN, "you may not run this command"));
    }

    /** An error that XEP-0050, section 4.4, has a name for. */
    private IQ wrong(IQ iq, String name, String text) {
        IQ error = refused(iq, new Refusal(Condition.BAD_REQUEST, text));
        error.getError().setApplicationCondition(name, NAMESPACE);
        return error;
    }

    private IQ refused(IQ iq, Refusal refusal) {
        IQ error = IQ.createResultIQ(iq);
        error.setType(IQ.Type.error);
        error.setError(errors.apply(refusal));
        return error;
    }

    /** The language of the command or of the stanza around it. */
    private static @Nullable String language(IQ iq) {
        String own = iq.getChildElement().attributeValue(LANGUAGE);
        return own == null ? iq.getElement().attributeValue(LANGUAGE) : own;
    }
}
