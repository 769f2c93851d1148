package org.crossdesk.edge.command.desk;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** An operator says what they know; their coordinator confirms it. Competence Profiles, section "Taking Stock". */
final class MyProfileCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(MyProfileCommand.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private static final String WHO = "found-by";
    private static final String ALL = "all libraries we work with";
    private static final String OWN = "our library alone";
    private static final String SOME = "our library, and those of the services below";
    private static final String SERVICES = "services";

    private final DeskControl desk;

    MyProfileCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "my-profile";
    }

    @Override
    public String name(@Nullable String language) {
        return "Say what I know";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.operator(StanzaBridge.address(caller.from())).isPresent();
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        return desk.operator(StanzaBridge.address(caller.from()))
                .map(operator -> ProfileFields.add(
                                Forms.asking("What I know", standing(desk, operator)),
                                Objects.requireNonNullElse(operator.review().proposed(), operator.profile()))
                        .choice(
                                WHO,
                                "Who may find me by a search",
                                FormField.Type.list_single,
                                List.of(ALL, SOME, OWN),
                                List.of(chosen(operator.review())))
                        .field(
                                SERVICES,
                                "Services whose libraries may find me, one a line: ask-north@ask.north.test",
                                FormField.Type.text_multi,
                                services(operator.review()))
                        .build())
                .orElse(null);
    }

    private static String chosen(Review review) {
        return review.hidden() ? OWN : review.shownTo() == null ? ALL : SOME;
    }

    private static List<String> services(Review review) {
        List<Address> shownTo = review.shownTo();
        return shownTo == null
                ? List.of()
                : shownTo.stream().map(Address::toString).toList();
    }

    /** By whom they wish to be found, as the form says. */
    private static UnaryOperator<Review> found(FormValues values) {
        String who = values.text(WHO).orElse(ALL);
        if (!who.equals(SOME)) {
            return review -> review.found(who.equals(OWN));
        }
        List<Address> services = values.all(SERVICES).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(MyProfileCommand::service)
                .toList();
        if (services.isEmpty()) {
            throw new IllegalArgumentException("services: name at least one, or choose who else may find you");
        }
        return review -> review.foundBy(services);
    }

    private static Address service(String line) {
        Address service = Address.parse(line);
        if (service.local() == null || service.resource() != null) {
            throw new IllegalArgumentException("services: " + line + " is no service, as ask-north@ask.north.test is");
        }
        return service;
    }

    /** How it stands with an operator's competences, in words to them. */
    static String standing(DeskControl desk, Directory.Operator operator) {
        Review review = operator.review();
        if (review.proposed() != null) {
            return "What you said last waits for your coordinator. Others see: "
                    + ProfileLines.inOneLine(operator.profile()) + ".";
        }
        if (review.confirmedOn() == null) {
            return "What is listed here was never looked over. Your coordinator confirms what you say.";
        }
        String on = "This was confirmed on " + DAY.format(review.confirmedOn()) + ".";
        return review.overdue(desk.now())
                ? on + " That is more than a year ago: please look it over, and send it again."
                : on + " What you change is seen by others when your coordinator has confirmed it.";
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        Directory.Operator operator =
                desk.operator(StanzaBridge.address(caller.from())).orElse(null);
        if (operator == null) {
            return Outcome.refused(Condition.FORBIDDEN, "only operators have competences");
        }
        try {
            Profile said = ProfileFields.read(values, desk.schemes().reader());
            desk.propose(operator, said, found(values));
            return Outcome.done("Kept: " + ProfileLines.inOneLine(said)
                    + ". Your coordinator confirms it; until then others see what was confirmed before.");
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("profile.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why");
        }
    }
}
