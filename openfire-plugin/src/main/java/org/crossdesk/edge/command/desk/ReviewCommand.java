package org.crossdesk.edge.command.desk;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.domain.competence.Review;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;

/** A coordinator confirms what operators say they know. Competence Profiles, section "Taking Stock". */
final class ReviewCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewCommand.class);

    /** How many are shown at a time: what was said anew before what is only old. */
    private static final int SHOWN_MAX = 100;

    private static final String OPERATORS = "operators";
    private static final String WHAT = "what";
    private static final String CONFIRM = "confirm";
    private static final String SEND_BACK = "send back";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final DeskControl desk;

    ReviewCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "review";
    }

    @Override
    public String name(@Nullable String language) {
        return "Confirm what operators know";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        Map<String, String> waiting = waiting();
        return waiting.isEmpty()
                ? null
                : Forms.asking("Competences", "Choose whose you have looked over.")
                        .choices(OPERATORS, "Operators", waiting)
                        .choice(
                                WHAT,
                                "What to do",
                                org.xmpp.forms.FormField.Type.list_single,
                                List.of(CONFIRM, SEND_BACK),
                                List.of(CONFIRM))
                        .build();
    }

    /** Whose competences wait to be confirmed, or were confirmed long ago, in words. */
    private Map<String, String> waiting() {
        Map<String, String> words = new LinkedHashMap<>();
        desk.operators().stream()
                .filter(operator -> operator.review().proposed() != null
                        || operator.review().overdue(desk.now()))
                .sorted(Comparator.comparing((Directory.Operator operator) ->
                                operator.review().proposed() == null)
                        .thenComparing(Directory.Operator::account))
                .limit(SHOWN_MAX)
                .forEach(operator -> words.put(operator.account(), label(operator)));
        return words;
    }

    private static String label(Directory.Operator operator) {
        Review review = operator.review();
        String now = ProfileLines.inOneLine(operator.profile());
        if (review.proposed() != null) {
            return operator.account() + " says: " + ProfileLines.inOneLine(review.proposed()) + " (now: " + now + ")";
        }
        String since = review.confirmedOn() == null
                ? "never confirmed"
                : "confirmed on " + DAY.format(review.confirmedOn()) + ", more than a year ago";
        return operator.account() + ", " + since + ": " + now;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        List<String> chosen = values.all(OPERATORS);
        if (waiting().isEmpty()) {
            return Outcome.done("Nothing waits to be confirmed.");
        }
        if (chosen.isEmpty()) {
            return Outcome.refused(Condition.BAD_REQUEST, "the field 'operators': choose at least one");
        }
        Address by = StanzaBridge.address(caller.from()).bare();
        boolean confirm = values.text(WHAT).orElse(CONFIRM).equals(CONFIRM);
        try {
            if (confirm) {
                desk.confirm(chosen, by);
            } else {
                desk.sendBack(chosen);
            }
            return Outcome.done((confirm ? "Confirmed: " : "Sent back: ") + String.join(", ", chosen));
        } catch (JournalException e) {
            LOG.error("profile.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why");
        }
    }
}
