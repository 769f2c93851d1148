package org.crossdesk.edge.command.desk;

import java.util.List;
import java.util.Map;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;

/** Builds data forms (XEP-0004) line by line. */
final class Forms {
    private final DataForm form;

    private Forms(DataForm.Type type, String title) {
        form = new DataForm(type);
        form.setTitle(title);
    }

    /** A form to fill in. */
    static Forms asking(String title, String instructions) {
        Forms forms = new Forms(DataForm.Type.form, title);
        forms.form.addInstruction(instructions);
        return forms;
    }

    /** A form that shows what came out. */
    static Forms showing(String title) {
        return new Forms(DataForm.Type.result, title);
    }

    /** A field with its default values. */
    Forms field(String name, String label, FormField.Type type, List<String> values) {
        add(name, label, type, values);
        return this;
    }

    /** A field that must be filled in. */
    Forms required(String name, String label, FormField.Type type) {
        add(name, label, type, List.of()).setRequired(true);
        return this;
    }

    /** A field with a choice. */
    Forms choice(String name, String label, FormField.Type type, List<String> options, List<String> chosen) {
        FormField field = add(name, label, type, chosen);
        options.forEach(option -> field.addOption(option, option));
        return this;
    }

    /** A field with a choice of one, which must be made, by label. */
    Forms choice(String name, String label, Map<String, String> labelsByValue) {
        FormField field = add(name, label, FormField.Type.list_single, List.of());
        field.setRequired(true);
        labelsByValue.forEach((value, shown) -> field.addOption(shown, value));
        return this;
    }

    /** A field with a choice of one, by label, of which {@code chosen} is the default. */
    Forms choiceOf(String name, String label, Map<String, String> labelsByValue, String chosen) {
        FormField field = add(name, label, FormField.Type.list_single, List.of(chosen));
        labelsByValue.forEach((value, shown) -> field.addOption(shown, value));
        return this;
    }

    /** A field with a choice of several, by label. */
    Forms choices(String name, String label, Map<String, String> labelsByValue) {
        FormField field = add(name, label, FormField.Type.list_multi, List.of());
        labelsByValue.forEach((value, shown) -> field.addOption(shown, value));
        return this;
    }

    private FormField add(String name, String label, FormField.Type type, List<String> values) {
        FormField field = form.addField(name, label, type);
        values.forEach(field::addValue);
        return field;
    }

    /** The form. */
    DataForm build() {
        return form;
    }
}
