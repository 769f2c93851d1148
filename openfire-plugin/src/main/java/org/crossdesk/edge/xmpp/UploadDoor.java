package org.crossdesk.edge.xmpp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.transfer.Phase;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.FileShelf;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/**
 * Gives a file a place that somebody in a session wants to send (XEP-0363). Ask Services, section "Sending a File". The
 * patron asks the service, an operator the session's contact, and the desk itself nobody: clients that look for a place
 * for their own files don't take ours.
 */
final class UploadDoor {
    /** The namespace of XEP-0363. */
    static final String UPLOAD = "urn:xmpp:http:upload:0";

    private static final long NUMBER_MAX_CHARS = 12;

    /**
     * Where files are kept, and which.
     *
     * @param address under which the shelf's files are reached from outside, with a slash at its end
     */
    record Place(FileRules rules, FileShelf shelf, String address) {}

    private final Place place;
    private final Desk desk;
    private final Function<Address, Directory.@Nullable Operator> operatorOf;
    private final StanzaOutlet outlet;

    UploadDoor(
            Place place, Desk desk, Function<Address, Directory.@Nullable Operator> operatorOf, StanzaOutlet outlet) {
        this.place = place;
        this.desk = desk;
        this.operatorOf = operatorOf;
        this.outlet = outlet;
    }

    /** Somebody asks for a place for a file. */
    void asked(IQ iq, Element request) {
        String name = request.attributeValue("filename", "");
        String size = request.attributeValue("size", "");
        if (!size.matches("[1-9][0-9]{0," + (NUMBER_MAX_CHARS - 1) + "}")) {
            refuse(iq, Condition.BAD_REQUEST, "the size of a file is a number of bytes");
            return;
        }
        String ending = place.rules().ending(name);
        if (ending == null) {
            refuse(iq, Condition.NOT_ACCEPTABLE, kinds());
            return;
        }
        long bytes = Long.parseLong(size);
        if (bytes > place.rules().bytesMax()) {
            outlet.route(tooLarge(iq));
            return;
        }
        inSession(iq).whenComplete((there, busy) -> {
            if (busy != null) {
                refuse(iq, Condition.RESOURCE_CONSTRAINT, "the desk is too busy; try again");
            } else if (!there) {
                refuse(iq, Condition.FORBIDDEN, "files are sent in a session, by who is in it");
            } else {
                give(iq, name, ending, bytes);
            }
        });
    }

    private String kinds() {
        return place.rules().any()
                ? "a file's name ends here in one of: "
                        + String.join(
                                ", ", place.rules().endings().stream().sorted().toList())
                : "no files are sent here";
    }

    private Packet tooLarge(IQ iq) {
        long most = place.rules().bytesMax();
        Packet refused = StanzaErrors.refuse(
                iq, new Refusal(Condition.NOT_ACCEPTABLE, "a file has at most " + most + " bytes here"));
        refused.getError()
                .getElement()
                .addElement(QName.get("file-too-large", Namespace.get(UPLOAD)))
                .addElement("max-file-size")
                .setText(Long.toString(most));
        return refused;
    }

    private CompletableFuture<Boolean> inSession(IQ iq) {
        Address from = StanzaBridge.address(iq.getFrom());
        Address to = StanzaBridge.address(iq.getTo());
        SessionId session = OperatorDoor.session(to).orElse(null);
        if (session == null) {
            return desk.talks().open(from, to.bare());
        }
        Directory.Operator operator = operatorOf.apply(from.bare());
        return operator == null
                ? CompletableFuture.completedFuture(false)
                : desk.engagements(operator.handle())
                        .thenApply(engagements -> engagements.stream()
                                .anyMatch(one -> one.session().equals(session) && one.phase() == Phase.ENGAGED));
    }

    private void give(IQ iq, String name, String ending, long bytes) {
        String kept =
                place.shelf().promise(StanzaBridge.address(iq.getFrom()).bare().toString(), ending, bytes);
        if (kept == null) {
            refuse(iq, Condition.RESOURCE_CONSTRAINT, "there is no room for files at the moment");
            return;
        }
        String url = place.address() + kept.substring(0, kept.length() - ending.length() - 1) + "/" + written(name);
        IQ result = IQ.createResultIQ(iq);
        Element slot = result.setChildElement("slot", UPLOAD);
        slot.addElement("put").addAttribute("url", url);
        slot.addElement("get").addAttribute("url", url);
        outlet.route(result);
    }

    /** A name as part of an address: letters of every language, and nothing that a server may take for more than a name. */
    static String written(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_");
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void refuse(IQ iq, Condition condition, String text) {
        outlet.route(StanzaErrors.refuse(iq, new Refusal(condition, text)));
    }
}
