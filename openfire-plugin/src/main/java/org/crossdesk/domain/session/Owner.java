package org.crossdesk.domain.session;

import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.QuestionId;

/**
 * The operator who owns a session.
 *
 * @param operator their handle at their desk
 * @param question the call they took it by
 * @param epoch which ownership it is, from 1
 * @param since the last line before they came: the end of the transcript they got
 * @param ackedUpTo their desk has kept the lines up to this one
 * @param sentUpTo their desk was sent the lines up to this one
 * @param said how much they have said in this epoch
 */
public record Owner(
        Address operator, QuestionId question, long epoch, long since, long ackedUpTo, long sentUpTo, long said) {

    Owner acked(long upTo) {
        return new Owner(operator, question, epoch, since, upTo, Math.max(sentUpTo, upTo), said);
    }

    Owner sent(long upTo) {
        return new Owner(operator, question, epoch, since, ackedUpTo, upTo, said);
    }

    Owner said(long number) {
        return new Owner(operator, question, epoch, since, ackedUpTo, sentUpTo, number);
    }
}
