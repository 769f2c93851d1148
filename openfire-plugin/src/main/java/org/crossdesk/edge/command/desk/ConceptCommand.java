package org.crossdesk.edge.command.desk;

import java.util.List;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.scheme.Concept;
import org.crossdesk.edge.command.AdHocCommand;
import org.crossdesk.edge.command.Caller;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.edge.command.Outcome;
import org.crossdesk.edge.scheme.SchemeException;
import org.crossdesk.edge.xmpp.DeskControl;
import org.crossdesk.edge.xmpp.StanzaBridge;
import org.crossdesk.protocol.competence.Label;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Adds a concept to the library's own scheme. Competence Profiles, section "Subjects of Any Scheme". */
final class ConceptCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ConceptCommand.class);

    private final DeskControl desk;

    ConceptCommand(DeskControl desk) {
        this.desk = desk;
    }

    @Override
    public String node() {
        return "add-concept";
    }

    @Override
    public String name(@Nullable String language) {
        return "Add a subject";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public DataForm form(Caller caller) {
        return Forms.asking(
                        "A subject of your own",
                        "For what no scheme here has. Other libraries see it with the names that you give it.")
                .required("code", "Short code: a-z, 0-9 and hyphens, such as qanat-law", FormField.Type.text_single)
                .field(
                        "labels",
                        "Names, one a line with the language before it: en law of qanats",
                        FormField.Type.text_multi,
                        List.of())
                .field(
                        "broader",
                        "The subject that it is a part of, such as law",
                        FormField.Type.text_single,
                        List.of())
                .build();
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        try {
            List<Label> labels =
                    values.all("labels").stream().map(ConceptCommand::label).toList();
            Concept added = desk.schemes()
                    .add(
                            values.text("code").orElse(""),
                            labels,
                            values.text("broader")
                                    .filter(text -> !text.isEmpty())
                                    .orElse(null));
            return Outcome.done("Added: " + added.name("en") + ", " + added.uri());
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (SchemeException e) {
            LOG.error("scheme.save.failed", e);
            return Outcome.refused(Condition.INTERNAL_SERVER_ERROR, "it could not be kept; the log says why");
        }
    }

    private static Label label(String line) {
        String[] words = line.split("\\s+", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException(
                    "labels: write \"" + line + "\" with the language before it: en " + line);
        }
        return new Label(words[0], words[1]);
    }
}
