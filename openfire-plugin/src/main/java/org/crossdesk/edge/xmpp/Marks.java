package org.crossdesk.edge.xmpp;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.competence.NeedsInWords;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.xmpp.packet.Presence;

/**
 * What our server writes on an operator's presence to a staff room: the stamp for desks, and hats (XEP-0317) for people,
 * whose clients show what a colleague knows. Competence Profiles, section "Stamps".
 *
 * @param stamp for desks
 * @param hats what colleagues see
 */
record Marks(Stamp stamp, List<Hat> hats) {
    /** Of more nobody would see anything. */
    static final int HATS_MAX = 8;

    private static final String HATS = "urn:xmpp:hats:0";
    private static final String LANGUAGE_URI = "urn:xmpp:competence:0:language:";
    private static final Set<String> OURS = Set.of(CompetenceCodec.NAMESPACE, HATS);

    /** One thing that somebody knows. */
    record Hat(String uri, String title) {}

    Marks {
        hats = List.copyOf(hats);
    }

    /** The marks of an operator with this profile; hats are in the library's own language. */
    static Marks of(Stamp stamp, Profile profile, Phrases phrases, String language) {
        List<Hat> hats = new ArrayList<>();
        Locale locale = Locale.forLanguageTag(language);
        profile.languages().forEach(known -> {
            String level =
                    known.level() == LanguageLevel.NATIVE ? "★" : known.level().name();
            hats.add(new Hat(LANGUAGE_URI + known.tag(), NeedsInWords.name(known, locale) + " " + level));
        });
        profile.subjects()
                .forEach(subject -> hats.add(
                        new Hat(subject.uri(), NeedsInWords.name(subject, language, phrases) + " " + subject.level())));
        return new Marks(stamp, hats.stream().limit(HATS_MAX).toList());
    }

    /** With what the operator's own client says of itself. */
    Marks of(Presence presence) {
        Presence.Show show = presence.getShow();
        boolean away = show == Presence.Show.away || show == Presence.Show.xa || show == Presence.Show.dnd;
        return away && !stamp.away() ? new Marks(stamp.gone(), hats) : this;
    }

    /** Writes them. */
    Presence on(Presence presence) {
        if (stamp.away() && presence.getShow() == null) {
            presence.setShow(Presence.Show.away);
        }
        presence.getElement().add(StanzaBridge.write(stamp.toElement()));
        if (!hats.isEmpty()) {
            Element all = presence.addChildElement("hats", HATS);
            hats.forEach(hat -> all.addElement(QName.get("hat", Namespace.get(HATS)))
                    .addAttribute("uri", hat.uri())
                    .addAttribute("title", hat.title()));
        }
        return presence;
    }

    /** Takes away what a client claims of the kind. */
    static void strip(Presence presence) {
        List<Element> claimed = new ArrayList<>();
        for (Iterator<?> children = presence.getElement().elementIterator(); children.hasNext(); ) {
            Element child = (Element) children.next();
            if (OURS.contains(child.getNamespaceURI())) {
                claimed.add(child);
            }
        }
        claimed.forEach(presence.getElement()::remove);
    }
}
