package org.crossdesk.edge.command.desk;

import java.util.List;
import java.util.Locale;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.OperatorLine;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
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
        return Forms.asking("Competences", "What is listed replaces what was listed before.")
                .required("account", "Operator's account, the part before @" + library, FormField.Type.text_single)
                .field("languages", "Languages, one a line: fa native, en C1", FormField.Type.text_multi, List.of())
                .field(
                        "subjects",
                        "Subjects, one a line: law:3 (1 general to 3 specialist)",
                        FormField.Type.text_multi,
                        List.of())
                .field(
                        "insights",
                        "Insight, one a line: region IR 2, community Kurds 1, term Nowruz 3",
                        FormField.Type.text_multi,
                        List.of())
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
            Profile profile = new Profile(
                    values.all("languages").stream()
                            .map(ProfileCommand::language)
                            .toList(),
                    values.all("subjects").stream().map(OperatorLine::subject).toList(),
                    values.all("insights").stream().map(ProfileCommand::insight).toList());
            desk.save(operator, profile, capacity(values.text("capacity").orElse("2")));
            return Outcome.done("Kept for " + account + ", who is " + operator.handle() + " to other libraries.");
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            LOG.error("profile.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "the profile could not be kept; the log says why");
        }
    }

    private static Language language(String line) {
        String[] words = line.split("\\s+");
        String level = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        for (LanguageLevel known : LanguageLevel.values()) {
            if (words.length == 2 && known.name().equals(level)) {
                return new Language(words[0], known);
            }
        }
        throw new IllegalArgumentException(
                "the field 'languages': write \"" + line + "\" as a tag and a level, A1 to C2 or native");
    }

    private static Insight insight(String line) {
        String[] words = line.split("\\s+");
        int last = words.length - 1;
        for (Insight.Kind kind : Insight.Kind.values()) {
            if (last >= 2 && kind.name().equalsIgnoreCase(words[0]) && words[last].matches("[1-3]")) {
                String name = String.join(" ", List.of(words).subList(1, last));
                return new Insight(kind, name, Integer.parseInt(words[last]));
            }
        }
        throw new IllegalArgumentException(
                "the field 'insights': write \"" + line + "\" as region, community or term, a name, and 1 to 3");
    }

    private static int capacity(String typed) {
        int number = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : -1;
        return (int) Bounds.range("the field 'capacity'", number, 0, Bounds.CAPACITY_MAX);
    }
}
