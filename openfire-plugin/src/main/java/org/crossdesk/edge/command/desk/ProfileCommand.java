package org.crossdesk.edge.command.desk;

import java.util.List;
import java.util.Locale;
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

/** Says what an operator knows, and how many sessions they take at a time. Competence Profiles, section 5. */
public final class ProfileCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileCommand.class);

    private final DeskControl desk;
    private final String library;

    /** The command of this desk, for the accounts of {@code library}. */
    public ProfileCommand(DeskControl desk, String library) {
        this.desk = desk;
        this.library = library;
    }

    @Override
    public String node() {
        return "profile";
    }

    @Override
    public String name(@Nullable String language) {
        return "Set an operator's competences";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public DataForm form(Caller caller) {
        Forms form = Forms.asking("Competences", "What is listed replaces what was listed before.")
                .required("account", "Operator's account, the part before @" + library, FormField.Type.text_single);
        return ProfileFields.add(form, Profile.EMPTY)
                .field("capacity", "Sessions at a time", FormField.Type.text_single, List.of("2"))
                .build();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        String account = values.text("account").orElse("").toLowerCase(Locale.ROOT);
        Directory.Operator operator;
        try {
            operator = desk.operator(new Address(account, library, null)).orElse(null);
            if (operator == null) {
                return Outcome.refused(
                        Condition.ITEM_NOT_FOUND,
                        "the field 'account': " + account + "@" + library + " is not in the operators' group");
            }
            Review confirmed = operator.review()
                    .confirmed(
                            desk.now(),
                            StanzaBridge.address(caller.from()).bare().toString());
            int capacity = ProfileLines.capacity(values.text("capacity").orElse("2"));
            desk.saveAll(List.of(
                    operator.knowing(ProfileFields.read(values, desk.schemes().reader()), capacity, confirmed)));
            return Outcome.done("Kept for " + account + ", who is " + operator.handle() + " to other libraries.");
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("profile.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "the profile could not be kept; the log says why");
        }
    }
}
