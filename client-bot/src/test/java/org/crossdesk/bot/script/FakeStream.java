package org.crossdesk.bot.script;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.bot.smack.ArrivalLog;
import org.crossdesk.bot.smack.ChatStream;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;

/** A stream without a server: keeps what is sent, and is told what arrives. */
final class FakeStream implements ChatStream {
    private final Address address;
    private final ArrivalLog<Received> messages = new ArrivalLog<>();
    private final List<Outgoing> sent = new ArrayList<>();
    private boolean broken;

    FakeStream(String address) {
        this.address = Address.parse(address);
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public String send(Outgoing message) throws ClientException {
        if (broken) {
            throw new ClientException("the connection is lost");
        }
        sent.add(message);
        String id = message.id();
        return id == null ? "id-" + sent.size() : id;
    }

    @Override
    public ArrivalLog<Received> messages() {
        return messages;
    }

    List<Outgoing> sent() {
        return sent;
    }

    void breaks() {
        broken = true;
    }

    void arrives(Received message) {
        messages.add(message);
    }

    void arrives(String from, String body) {
        arrives(Received.chat(Address.parse(from), body));
    }
}
