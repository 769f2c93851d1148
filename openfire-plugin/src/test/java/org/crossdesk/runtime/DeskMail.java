package org.crossdesk.runtime;

import java.util.Map;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.transfer.TransferPayload;

/**
 * What other desks send to one whose edge is left out: it goes to the doors that the edge would bring it to.
 *
 * @param services the services that the desk has
 * @param operators its operators, by handle
 */
record DeskMail(Map<Address, Service> services, Map<String, Directory.Operator> operators) {
    /** Brings it to the desk; false if nobody there is asked that. */
    boolean deliver(Desk desk, Asker asker, Payload payload) {
        if (payload instanceof TransferPayload transfer) {
            desk.fromDesk(asker, transfer);
        } else if (payload instanceof Question question && services.containsKey(asker.to())) {
            desk.asked(asker, question, services.get(asker.to()));
        } else if (payload instanceof Offer offer
                && operators.containsKey(asker.to().resource())) {
            desk.offered(asker, offer, operators.get(asker.to().resource()), 0);
        } else if (payload instanceof Decline decline) {
            desk.declined(asker, decline);
        } else if (payload instanceof Withdraw withdraw) {
            desk.withdrawn(asker, withdraw);
        } else if (payload instanceof Retract retract) {
            desk.retracted(asker, retract);
        } else if (payload instanceof Exhausted exhausted) {
            desk.exhausted(asker, exhausted);
        } else {
            return false;
        }
        return true;
    }
}
