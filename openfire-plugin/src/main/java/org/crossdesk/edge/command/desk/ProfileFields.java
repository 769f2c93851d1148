package org.crossdesk.edge.command.desk;

import java.util.List;
import java.util.function.Function;
import org.crossdesk.domain.competence.HoursLine;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.xmpp.forms.FormField;

/** The fields of a form that hold a profile. */
final class ProfileFields {
    static final String NOTE = "note";
    static final String HOURS = "hours";

    private ProfileFields() {}

    static Forms add(Forms form, Profile now) {
        return form.field(
                        "languages",
                        "Languages, one a line: fa native, en C1",
                        FormField.Type.text_multi,
                        ProfileLines.languages(now))
                .field(
                        "subjects",
                        "Subjects, one a line, by any name: law:3 (1 general to 3 specialist)",
                        FormField.Type.text_multi,
                        ProfileLines.subjects(now))
                .field(
                        "insights",
                        "Insight, one a line: region IR 2, community Kurds 1, term Nowruz 3",
                        FormField.Type.text_multi,
                        ProfileLines.insights(now))
                .field(
                        NOTE,
                        "A note, in the operator's own words",
                        FormField.Type.text_multi,
                        now.note() == null ? List.of() : now.note().lines().toList())
                .field(
                        HOURS,
                        "Usual working hours: Mon-Fri 09:00-17:00 Europe/Stockholm",
                        FormField.Type.text_single,
                        List.of(HoursLine.write(now.hours())));
    }

    static Profile read(FormValues values, Function<String, Subject> reader) {
        return with(
                ProfileLines.read(values.all("languages"), values.all("subjects"), values.all("insights"), reader),
                String.join("\n", values.all(NOTE)),
                values.text(HOURS).orElse(""));
    }

    /** The competences with a note and working hours, where there are any. */
    static Profile with(Profile competences, String note, String hours) {
        return competences.with(note.isBlank() ? null : note.strip(), HoursLine.read(hours));
    }
}
