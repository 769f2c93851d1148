package org.crossdesk.edge.command.desk;

import java.util.function.Function;
import org.crossdesk.domain.competence.ProfileLines;
import org.crossdesk.edge.command.FormValues;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.xmpp.forms.FormField;

/** The fields of a form that hold a profile. */
final class ProfileFields {
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
                        ProfileLines.insights(now));
    }

    static Profile read(FormValues values, Function<String, Subject> reader) {
        return ProfileLines.read(values.all("languages"), values.all("subjects"), values.all("insights"), reader);
    }
}
