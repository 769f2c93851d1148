package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dom4j.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xmpp.component.Component;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/** Who gets a place for a file. Ask Services, section "Sending a File". */
class UploadDoorTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MINA = "mina@uppsala.test/laptop";
    private static final String SERVICE = "desk@ask.uppsala.test";

    @TempDir
    private Path folder;

    private final Queue<Packet> out = new ConcurrentLinkedQueue<>();
    private OpenDesk open;
    private Component door;

    @BeforeEach
    void open() throws Exception {
        open = OpenDesk.in(folder, Set.of(), database -> new MemoryDirectory(), out::add, new StanzaDoorTest.NoRoles());
        door = open.door();
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void asks() {
        Message question = new Message();
        question.setType(Message.Type.chat);
        question.setFrom(MINA);
        question.setTo(SERVICE);
        question.setBody("What does this page say?");
        door.processPacket(question);
    }

    private IQ request(String from, String to, String name, String size) {
        IQ iq = new IQ(IQ.Type.get);
        iq.setFrom(from);
        iq.setTo(to);
        iq.setChildElement("request", UploadDoor.UPLOAD)
                .addAttribute("filename", name)
                .addAttribute("size", size);
        door.processPacket(iq);
        return await().atMost(SOON)
                .until(
                        () -> out.stream()
                                .filter(IQ.class::isInstance)
                                .map(IQ.class::cast)
                                .filter(answer -> iq.getID().equals(answer.getID()))
                                .findFirst()
                                .orElse(null),
                        answer -> answer != null);
    }

    @Test
    @DisplayName("a patron in a session gets an address with the name, to which nobody else's leads")
    void patron() {
        asks();
        IQ one = request(MINA, SERVICE, "page/12 ٪ نامه.PNG", "23456");
        Element slot = one.getChildElement();
        String put = slot.element("put").attributeValue("url");
        assertThat(put)
                .startsWith("https://uppsala.test/sent/")
                .endsWith("/page_12%20_%20%D9%86%D8%A7%D9%85%D9%87.PNG")
                .isEqualTo(slot.element("get").attributeValue("url"));
        IQ another = request(MINA, SERVICE, "page.png", "1");
        assertThat(another.getChildElement().element("put").attributeValue("url"))
                .isNotEqualTo(put);
    }

    @ParameterizedTest
    @CsvSource({
        MINA + ", " + SERVICE + ", page.exe, 10, not-acceptable, in one of: pdf",
        MINA + ", " + SERVICE + ", page.png, 100001, not-acceptable, at most 100000 bytes",
        MINA + ", " + SERVICE + ", page.png, 0, bad-request, number of bytes",
        MINA + ", " + SERVICE + ", page.png, 99999999999999999999, bad-request, number of bytes",
        "other@uppsala.test/x, " + SERVICE + ", page.png, 10, forbidden, in a session",
        MINA + ", s-jv4q2nx7c5rme3wzt6ohyb2kdu@ask.uppsala.test, page.png, 10, forbidden, in a session",
        MINA + ", ask.uppsala.test, page.png, 10, service-unavailable, nobody here answers that",
    })
    @DisplayName("everything else is refused in words")
    void refused(String from, String to, String name, String size, String condition, String words) {
        asks();
        IQ answer = request(from, to, name, size);
        assertThat(answer.getError().getCondition().toXMPP()).isEqualTo(condition);
        assertThat(answer.getError().getText()).contains(words);
        assertThat(answer.toXML().contains("<max-file-size>100000</max-file-size>"))
                .isEqualTo(size.equals("100001"));
    }

    @Test
    @DisplayName("who keeps places and sends nothing is told to wait, and it is no lasting no")
    void tooMany() {
        asks();
        for (int i = 0; i < 3; i++) {
            assertThat(request(MINA, SERVICE, "page.png", "100000").getError()).isNull();
        }
        assertThat(request(MINA, SERVICE, "page.png", "100000")
                        .getError()
                        .getCondition()
                        .toXMPP())
                .isEqualTo("resource-constraint");
    }
}
