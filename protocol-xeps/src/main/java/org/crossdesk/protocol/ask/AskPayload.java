package org.crossdesk.protocol.ask;

import org.crossdesk.protocol.Payload;

/** What the namespace {@code urn:xmpp:ask:0} puts into stanzas. */
public sealed interface AskPayload extends Payload
        permits Question,
                Brokered,
                Offer,
                Decline,
                Retract,
                Withdraw,
                Exhausted,
                Staff,
                StaffingAnswer,
                Scripts,
                Dismiss,
                Admit,
                Admitted,
                Release,
                Closed,
                Note,
                Part,
                Console,
                Recall,
                RecalledLines,
                Card,
                Running,
                RunningSessions,
                Attend,
                Resumable,
                Resume,
                Resumed,
                Finish,
                Rating,
                LineNumber,
                Place,
                ServiceStatus {

    /** One method a kind, so that a new kind breaks the build where it is not handled. */
    interface Visitor<R> {
        R question(Question question);

        R brokered(Brokered brokered);

        R offer(Offer offer);

        R decline(Decline decline);

        R retract(Retract retract);

        R withdraw(Withdraw withdraw);

        R exhausted(Exhausted exhausted);

        R staff(Staff staff);

        R staffingAnswer(StaffingAnswer answer);

        R dismiss(Dismiss dismiss);

        R release(Release release);

        R admit(Admit admit);

        R admitted(Admitted admitted);

        R closed(Closed closed);

        R note(Note note);

        R part(Part part);

        R scripts(Scripts scripts);

        R console(Console console);

        R recall(Recall recall);

        R recalledLines(RecalledLines lines);

        R card(Card card);

        R running(Running running);

        R runningSessions(RunningSessions sessions);

        R attend(Attend attend);

        R resumable(Resumable resumable);

        R resume(Resume resume);

        R resumed(Resumed resumed);

        R finish(Finish finish);

        R rating(Rating rating);

        R line(LineNumber line);

        R place(Place place);

        R serviceStatus(ServiceStatus status);
    }

    /** What a desk is asked; all else desks say to people, or as an answer. */
    interface AtDesk<R> extends Visitor<R> {
        /** Nobody asks that of a desk. */
        R unasked(AskPayload payload);

        @Override
        default R brokered(Brokered payload) {
            return unasked(payload);
        }

        @Override
        default R admitted(Admitted payload) {
            return unasked(payload);
        }

        @Override
        default R closed(Closed payload) {
            return unasked(payload);
        }

        @Override
        default R card(Card payload) {
            return unasked(payload);
        }

        @Override
        default R runningSessions(RunningSessions payload) {
            return unasked(payload);
        }

        @Override
        default R note(Note payload) {
            return unasked(payload);
        }

        @Override
        default R part(Part payload) {
            return unasked(payload);
        }

        @Override
        default R recalledLines(RecalledLines payload) {
            return unasked(payload);
        }

        @Override
        default R resumable(Resumable payload) {
            return unasked(payload);
        }

        @Override
        default R resumed(Resumed payload) {
            return unasked(payload);
        }

        @Override
        default R line(LineNumber payload) {
            return unasked(payload);
        }

        @Override
        default R place(Place payload) {
            return unasked(payload);
        }

        @Override
        default R serviceStatus(ServiceStatus payload) {
            return unasked(payload);
        }
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);
}
