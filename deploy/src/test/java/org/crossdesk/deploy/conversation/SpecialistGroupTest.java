package org.crossdesk.deploy.conversation;

import java.util.List;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

/** A national service with a medical group: what is about medicine goes to the group before the general tier. */
@Conversation
class SpecialistGroupTest {
    private static final String HUB = Playbill.HUB;

    /** A national service, and the group under it. */
    private record Pyramid(Address national, Address group) {
        static Pyramid of(Play play) throws Exception {
            Address group = play.hall();
            Address national = play.hall();
            play.coordinate(
                    HUB,
                    "service",
                    Map.of(
                            "name", List.of(String.valueOf(national.local())),
                            "steps", List.of(group.local() + " 20 for=medicine", "own 30")));
            return new Pyramid(national, group);
        }
    }

    /** Writes with a client that knows which subject the patron has chosen. */
    private static void writes(Play play, Patron patron, Address service, String body, String subject)
            throws Exception {
        StandardExtensionElement needs = StandardExtensionElement.builder("needs", CompetenceCodec.NAMESPACE)
                .addElement(StandardExtensionElement.builder("subject", CompetenceCodec.NAMESPACE)
                        .addAttribute("scheme", "general")
                        .addAttribute("concept", subject)
                        .addAttribute("min", "1")
                        .build())
                .build();
        Message message = StanzaBuilder.buildMessage()
                .to(JidCreate.from(service.toString()))
                .ofType(Message.Type.chat)
                .setBody(body)
                .addExtension(needs)
                .build();
        play.client(patron).connection().sendStanza(message);
    }

    @Test
    void whatIsAboutMedicineGoesToTheGroupAndThenToTheOthers(Play play) throws Exception {
        Pyramid pyramid = Pyramid.of(play);
        Address desk = play.opens(Opening.at("uppsala.test").waiting(2).rollingUpTo(pyramid.national));
        Operator doctor = play.operator("Doctor", "tehran.test", Knows.subjects("medicine:3"));
        Operator leena = play.operator("Leena", "helsinki.test", Knows.subjects("medicine:3", "law:3"));
        play.enters(doctor, pyramid.group);
        play.enters(leena, pyramid.national);
        Patron elsa = play.patron("Elsa", desk);
        writes(play, elsa, desk, "Is there a newer edition of the Canon?", "medicine");
        doctor.isOffered("edition of the Canon");
        leena.isNotOfferedFor(Play.SILENCE);
        doctor.declines();
        leena.isOffered("edition of the Canon");
        leena.answers("There is one of 1999.");
        elsa.sees("There is one of 1999.");
    }

    @Test
    void whatIsNotAboutItDoesNotPassByTheGroup(Play play) throws Exception {
        Pyramid pyramid = Pyramid.of(play);
        Operator doctor = play.operator("Doctor", "tehran.test", Knows.subjects("medicine:3", "law:3"));
        Operator leena = play.operator("Leena", "helsinki.test", Knows.subjects("law:3"));
        play.enters(doctor, pyramid.group);
        play.enters(leena, pyramid.national);
        Address desk = play.opens(Opening.at("uppsala.test").waiting(2).rollingUpTo(pyramid.national));
        Patron elsa = play.patron("Elsa", desk);
        writes(play, elsa, desk, "May I film in the reading room?", "law");
        leena.isOffered("film in the reading room");
        doctor.isNotOfferedFor(Play.SILENCE);
    }

    @Test
    void anOperatorHandsItOverToTheServiceAndTheGroupHasIt(Play play) throws Exception {
        Pyramid pyramid = Pyramid.of(play);
        Address desk = play.opens(Opening.at("uppsala.test"));
        Operator astrid = play.operator("Astrid", "uppsala.test", Knows.nothingSpecial());
        Operator doctor = play.operator("Doctor", "tehran.test", Knows.subjects("medicine:3"));
        Operator leena = play.operator("Leena", "helsinki.test", Knows.subjects("medicine:3"));
        play.enters(astrid, desk);
        play.enters(doctor, pyramid.group);
        play.enters(leena, pyramid.national);
        Patron elsa = play.patron("Elsa", desk);
        elsa.writes("What does the Canon say of the pulse?");
        astrid.isOffered("the pulse");
        astrid.answers("Somebody will know.");
        elsa.sees("Somebody will know.");
        astrid.transfers("subject=medicine to=" + pyramid.national + " : of the pulse");
        doctor.isOffered("of the pulse");
        leena.isNotOfferedFor(Play.SILENCE);
        doctor.answers("A great deal.");
        elsa.sees("A great deal.");
    }

    @Test
    void aPatronOfTheServiceItselfComesToTheGroupToo(Play play) throws Exception {
        Pyramid pyramid = Pyramid.of(play);
        Operator doctor = play.operator("Doctor", "tehran.test", Knows.subjects("medicine:3"));
        Operator leena = play.operator("Leena", "helsinki.test", Knows.subjects("medicine:3"));
        play.enters(doctor, pyramid.group);
        play.enters(leena, pyramid.national);
        Patron lisa = play.patron("Lisa", pyramid.national);
        writes(play, lisa, pyramid.national, "And of the heart?", "medicine");
        doctor.isOffered("of the heart");
        leena.isNotOfferedFor(Play.SILENCE);
        doctor.declines();
        leena.isOffered("of the heart");
    }
}
