package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Attend;
import org.crossdesk.protocol.ask.Running;
import org.crossdesk.protocol.ask.RunningSessions;
import org.crossdesk.protocol.session.SessionId;
import org.xmpp.packet.IQ;

/**
 * Asks the home desks of our members, and our own, what runs by one of our services. Ask Services, section "Running
 * Sessions".
 */
public final class Overseer {
    private final Members members;
    private final Requests requests;
    private final Duration patience;

    Overseer(Members members, Requests requests, Duration patience) {
        this.members = members;
        this.requests = requests;
        this.patience = patience;
    }

    /**
     * What runs by a service.
     *
     * @param byLibrary what each library shows
     * @param silent the libraries that have not answered in time, or refuse
     */
    public record Overview(Map<String, RunningSessions> byLibrary, List<String> silent) {
        public Overview {
            byLibrary = new TreeMap<>(byLibrary);
            silent = List.copyOf(silent);
        }
    }

    /** What runs by this service of ours; completed when all have answered, or after the bound. */
    public CompletableFuture<Overview> running(Address service) {
        Map<String, CompletableFuture<Optional<RunningSessions>>> asked = new TreeMap<>();
        asked.put(Members.library(members.ownDesk()), ask(service, members.ownDesk()));
        members.libraries().forEach(library -> asked.put(library, ask(service, members.deskOf(library))));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(any -> {
                    Map<String, RunningSessions> answers = new TreeMap<>();
                    List<String> silent = new ArrayList<>();
                    asked.forEach((library, answer) -> answer.getNow(Optional.empty())
                            .ifPresentOrElse(running -> answers.put(library, running), () -> silent.add(library)));
                    return new Overview(answers, silent);
                });
    }

    private CompletableFuture<Optional<RunningSessions>> ask(Address service, String desk) {
        CompletableFuture<Optional<RunningSessions>> answer = new CompletableFuture<>();
        send(
                service,
                desk,
                new Running(),
                (result, refusal) -> answer.complete(
                        result instanceof RunningSessions running ? Optional.of(running) : Optional.empty()));
        return answer;
    }

    /** Has an operator of ours rung beside the owner of a session at that library: what is against it, or nothing. */
    public CompletableFuture<Optional<Refusal>> attend(
            Address service, String library, SessionId session, String handle) {
        CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
        boolean known = library.equals(Members.library(members.ownDesk())) || members.isLibrary(library);
        if (known) {
            send(
                    service,
                    members.deskOf(library),
                    new Attend(session, handle),
                    (result, refusal) -> answer.complete(Optional.ofNullable(refusal)));
        } else {
            answer.complete(
                    Optional.of(new Refusal(Condition.ITEM_NOT_FOUND, library + " is not in the member list here")));
        }
        return answer;
    }

    private void send(Address service, String desk, Payload payload, Requests.Outcome outcome) {
        IQ iq = new IQ(IQ.Type.set);
        iq.setFrom(service.toString());
        iq.setTo(desk);
        iq.setChildElement(StanzaBridge.write(payload.toElement()));
        requests.send(iq, outcome);
    }
}
