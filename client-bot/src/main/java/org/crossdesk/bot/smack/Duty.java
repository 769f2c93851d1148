package org.crossdesk.bot.smack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossdesk.protocol.Address;

/** An operator's duty: present in the staff rooms of some services, by one's own client or through one's own desk. */
public final class Duty {
    /** The node of the ad-hoc command at the desk. */
    public static final String NODE = "duty";

    /** How long a service may take to let an account into its staff room. */
    public static final Duration ADMISSION_MAX = Duration.ofSeconds(20);

    private static final Duration ADMISSION_RETRY = Duration.ofSeconds(1);

    /** Refusals that end when the service has been told of the account, or is there itself. */
    private static final Set<String> MAY_PASS = Set.of(
            "registration-required",
            "forbidden",
            "not-allowed",
            "item-not-found",
            "remote-server-not-found",
            "remote-server-timeout",
            "service-unavailable");

    private static final String DESK_PREFIX = "ask.";
    private static final String ROOMS_PREFIX = "conference.";

    private final XmppClient client;
    private final String nick;
    private final Map<Address, RoomSeat> seats = new LinkedHashMap<>();

    /** Nobody is on duty yet. */
    public Duty(XmppClient client) {
        this.client = client;
        // Operators of many libraries meet in a room: the account's name alone may be taken.
        this.nick = client.address().bare().toString();
    }

    /** The desk of a domain. */
    public static Address desk(String domain) {
        return Address.ofDomain(DESK_PREFIX + domain);
    }

    /** Whether it is the address of a service. */
    public static boolean isService(Address address) {
        return address.local() != null
                && address.domain().startsWith(DESK_PREFIX)
                && address.domain().length() > DESK_PREFIX.length();
    }

    /** The staff room of a service. */
    public static Address room(Address service) {
        if (!isService(service)) {
            throw new IllegalArgumentException(service + " is no service: <service>@ask.<domain> is one");
        }
        return new Address(service.local(), ROOMS_PREFIX + service.domain().substring(DESK_PREFIX.length()), null);
    }

    /**
     * Enters a service's staff room. The service lets one's account in when it has heard of it from one's own desk,
     * which begins at the login: a refusal is tried again for {@link #ADMISSION_MAX}.
     */
    public synchronized void enter(Address service) throws ClientException {
        long begin = System.nanoTime();
        while (true) {
            long place = client.messages().end();
            try {
                take(service);
                return;
            } catch (RefusedException e) {
                boolean late = System.nanoTime() - begin >= ADMISSION_MAX.toNanos();
                if (late || !MAY_PASS.contains(e.failure().condition())) {
                    throw e;
                }
                awaitInvitation(service, place);
            }
        }
    }

    private void take(Address service) throws ClientException {
        RoomSeat seat = seats.get(service);
        if (seat == null) {
            seats.put(service, client.join(room(service), nick));
        } else {
            seat.take();
        }
    }

    /** A room invites whom it has just let in; not every room does. */
    private void awaitInvitation(Address service, long place) throws ClientException {
        try {
            var unused = client.messages().await(place, message -> message.isFrom(room(service)), ADMISSION_RETRY);
        } catch (InterruptedException e) {
            throw ClientException.interrupted("waiting to be let into " + room(service), e);
        }
    }

    /** Leaves a service's staff room. */
    public synchronized void leave(Address service) throws ClientException {
        RoomSeat seat = seats.remove(service);
        if (seat != null) {
            seat.leave();
        }
    }

    /**
     * Asks each room whether one is still in it, and enters again those that have forgotten one. Returns what could not
     * be found out or mended, in words.
     */
    public synchronized List<String> check() {
        List<String> troubles = new ArrayList<>();
        for (RoomSeat seat : seats.values()) {
            try {
                if (!seat.isHeld()) {
                    seat.take();
                }
            } catch (ClientException e) {
                troubles.add(seat.occupant().bare() + ": " + e.getMessage());
            }
        }
        return troubles;
    }

    /**
     * Lets one's own desk go on or off duty for one, by its ad-hoc command; with no services named, at those that the
     * desk proposes: all that one may staff, or where one is on duty already.
     */
    public CommandResult command(List<Address> services, boolean on) throws ClientException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("on", List.of(on ? "1" : "0"));
        if (!services.isEmpty()) {
            answers.put("service", services.stream().map(Address::toString).toList());
        }
        return client.command(desk(client.address().domain()), NODE, answers);
    }
}
