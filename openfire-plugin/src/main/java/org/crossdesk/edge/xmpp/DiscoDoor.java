package org.crossdesk.edge.xmpp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.service.Hours;
import org.crossdesk.domain.service.HoursLines;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.service.Timetable;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;

/**
 * Says what the desk, its services and a session's contact are (XEP-0030, XEP-0128; Ask Services, section 8), and what
 * they are called (XEP-0054), since many clients look there for a name.
 */
final class DiscoDoor {
    static final String INFO = "http://jabber.org/protocol/disco#info";
    static final String VCARD = "vcard-temp";
    static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final String COMMANDS = "http://jabber.org/protocol/commands";
    private static final List<String> COMMON = List.of(INFO, ITEMS, VCARD, "urn:xmpp:ping");
    private static final List<String> TO_PEOPLE =
            List.of("urn:xmpp:receipts", "urn:xmpp:sid:0", Chat.STATES, Chat.CORRECT, Chat.MARKERS, Chat.OOB);

    private final ServiceBook services;
    private final Reception reception;
    private final StatusBoard statuses;
    private final StaffRooms staffRooms;
    private final Names names;
    private final Timetable timetable;
    private final InstantSource clock;

    DiscoDoor(
            ServiceBook services,
            Reception reception,
            StatusBoard statuses,
            StaffRooms staffRooms,
            Names names,
            Timetable timetable,
            InstantSource clock) {
        this.timetable = timetable;
        this.clock = clock;
        this.services = services;
        this.reception = reception;
        this.statuses = statuses;
        this.staffRooms = staffRooms;
        this.names = names;
    }

    /** The answer to disco#info without a node; null where there is nobody at this address. */
    @Nullable
    IQ info(IQ request) {
        Address to = StanzaBridge.address(request.getTo());
        String name = names.of(to, Chat.language(request.getElement()));
        if (name == null) {
            return null;
        }
        IQ result = IQ.createResultIQ(request);
        Element query = result.setChildElement("query", INFO);
        if (to.local() == null) {
            identity(query, "component", "generic", name);
            features(
                    query,
                    List.of(
                            AskCodec.NAMESPACE,
                            CompetenceCodec.NAMESPACE,
                            TransferCodec.NAMESPACE,
                            COMMANDS,
                            SearchDoor.SEARCH));
        } else if (OperatorDoor.session(to).isPresent()) {
            identity(query, "client", "bot", name);
            features(query, TO_PEOPLE);
            features(query, List.of(COMMANDS));
            files(query);
        } else {
            identity(query, "client", "bot", name);
            features(query, TO_PEOPLE);
            features(query, List.of(AskCodec.NAMESPACE));
            services.at(to.bare()).ifPresent(service -> form(query, service));
            files(query);
        }
        features(query, COMMON);
        return result;
    }

    /** Whether files may be sent, as XEP-0363 has it, and which. */
    private void files(Element query) {
        FileRules files = reception.files();
        if (files.any()) {
            features(query, List.of(UploadDoor.UPLOAD));
            Element form = query.addElement(QName.get("x", Namespace.get("jabber:x:data")))
                    .addAttribute("type", "result");
            field(form, "FORM_TYPE", UploadDoor.UPLOAD).addAttribute("type", "hidden");
            field(form, "max-file-size", Long.toString(files.bytesMax()));
            fields(
                    form,
                    "{" + AskCodec.NAMESPACE + "}endings",
                    files.endings().stream().sorted().toList());
        }
    }

    /** A visiting card with a name and no more; null where there is nobody at this address. */
    @Nullable
    IQ card(IQ request) {
        String name = names.of(StanzaBridge.address(request.getTo()), Chat.language(request.getElement()));
        if (name == null) {
            return null;
        }
        IQ result = IQ.createResultIQ(request);
        result.setChildElement("vCard", VCARD).addElement("FN").setText(name);
        return result;
    }

    /** The answer to disco#items without a node: the desk's services with their names. */
    IQ items(IQ request) {
        Address to = StanzaBridge.address(request.getTo());
        IQ result = IQ.createResultIQ(request);
        Element query = result.setChildElement("query", ITEMS);
        if (to.local() == null && to.resource() == null) {
            String language = Chat.language(request.getElement());
            services.all().stream()
                    .filter(service -> !service.plan().closed())
                    .forEach(service -> query.addElement("item")
                            .addAttribute("jid", service.address().toString())
                            .addAttribute("name", service.name(language)));
        }
        return result;
    }

    private static void identity(Element query, String category, String type, String name) {
        query.addElement("identity")
                .addAttribute("category", category)
                .addAttribute("type", type)
                .addAttribute("name", name);
    }

    private static void features(Element query, List<String> features) {
        features.forEach(feature -> query.addElement("feature").addAttribute("var", feature));
    }

    private void form(Element query, Service service) {
        Element form =
                query.addElement(QName.get("x", Namespace.get("jabber:x:data"))).addAttribute("type", "result");
        Address parent = service.parent();
        field(form, "FORM_TYPE", AskCodec.NAMESPACE).addAttribute("type", "hidden");
        field(form, "staff-room", staffRooms.roomOf(service.address()).toString());
        if (parent != null) {
            field(form, "parent", parent.toString());
        }
        texts(form, "name", service.names());
        texts(form, "description", service.plan().descriptions());
        field(form, "asking", service.plan().asking().name().toLowerCase(Locale.ROOT));
        if (reception.survey()) {
            field(form, "survey", "true");
        }
        reception
                .form()
                .fields()
                .forEach(asked -> field(
                        form,
                        "about-" + asked.kind().name().toLowerCase(Locale.ROOT),
                        asked.required() ? "required" : "optional"));
        Hours hours = service.plan().hours();
        if (hours != null) {
            Timetable.Standing standing = timetable.standing(hours, clock.instant());
            Instant until = standing.until();
            field(form, "zone", hours.zone().getId());
            fields(form, "hours", HoursLines.openings(hours));
            fields(form, "special-days", HoursLines.special(hours));
            field(form, "open", Boolean.toString(standing.open()));
            if (until != null) {
                field(form, "until", until.toString());
            }
        }
        ServiceStatus status = statuses.of(service);
        Instant opens = status.until();
        field(form, "status", status.state().name().toLowerCase(Locale.ROOT));
        if (opens != null) {
            field(form, "status-until", opens.toString());
        }
    }

    private static void texts(Element form, String name, Map<String, String> texts) {
        texts.forEach((tag, text) -> field(form, tag.isEmpty() ? name : name + "#" + tag, text));
    }

    private static void fields(Element form, String name, List<String> values) {
        if (!values.isEmpty()) {
            Element field = form.addElement("field").addAttribute("var", name).addAttribute("type", "text-multi");
            values.forEach(value -> field.addElement("value").setText(value));
        }
    }

    private static Element field(Element form, String name, String value) {
        Element field = form.addElement("field").addAttribute("var", name);
        field.addElement("value").setText(value);
        return field;
    }
}
