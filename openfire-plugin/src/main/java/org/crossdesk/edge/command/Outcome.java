package org.crossdesk.edge.command;

import java.util.List;
import org.crossdesk.domain.Refusal;
import org.jspecify.annotations.Nullable;
import org.xmpp.forms.DataForm;

/** What came of a command. */
public sealed interface Outcome {
    /** One method a kind. */
    interface Visitor<R> {
        R done(Done done);

        R refused(Refused refused);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * It is done.
     *
     * @param notes what the caller is told
     * @param result what the caller is shown, if anything (XEP-0004, type "result")
     */
    record Done(List<String> notes, @Nullable DataForm result) implements Outcome {
        public Done {
            notes = List.copyOf(notes);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.done(this);
        }
    }

    /**
     * It is not done. After {@code BAD_REQUEST} and {@code NOT_ACCEPTABLE} the form stays open, so that the caller can
     * mend what was filled in.
     */
    record Refused(Refusal refusal) implements Outcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /** It is done, and this is all there is to say. */
    static Outcome done(String note) {
        return new Done(List.of(note), null);
    }

    /** It is not done, and why. */
    static Outcome refused(Refusal.Condition condition, String text) {
        return new Refused(new Refusal(condition, text));
    }
}
