package org.crossdesk.bot.smack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smackx.commands.AdHocCommand;
import org.jivesoftware.smackx.commands.AdHocCommandNote;
import org.jivesoftware.smackx.commands.packet.AdHocCommandData;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.ListMultiFormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;

/** One single-stage ad-hoc command (XEP-0050): execute it, fill its form (XEP-0004), complete it. */
final class AdHocCommandCall {
    private final XmppClient client;
    private final Address to;
    private final String node;

    AdHocCommandCall(XmppClient client, Address to, String node) {
        this.client = client;
        this.to = to;
        this.node = node;
    }

    CommandResult run(Map<String, List<String>> answers) throws ClientException {
        AdHocCommandData execute = new AdHocCommandData();
        execute.setType(IQ.Type.set);
        execute.setNode(node);
        execute.setAction(AdHocCommand.Action.execute);
        AdHocCommandData first = send(execute);
        if (first.getStatus() != AdHocCommand.Status.executing) {
            if (!answers.isEmpty()) {
                throw new ClientException(what() + " asked nothing, so it took none of " + answers.keySet());
            }
            return result(first);
        }
        AdHocCommandData complete = new AdHocCommandData();
        complete.setType(IQ.Type.set);
        complete.setNode(node);
        complete.setSessionID(first.getSessionID());
        complete.setAction(AdHocCommand.Action.complete);
        complete.setForm(fill(first.getForm(), answers));
        AdHocCommandData last = send(complete);
        if (last.getStatus() != AdHocCommand.Status.completed) {
            throw new ClientException(what() + " is " + last.getStatus() + " after its form was submitted");
        }
        return result(last);
    }

    private AdHocCommandData send(AdHocCommandData request) throws ClientException {
        IQ answer = client.exchange(to, request, what());
        if (answer instanceof AdHocCommandData data) {
            return data;
        }
        throw new ClientException(what() + " was answered by something that is no command");
    }

    private @Nullable DataForm fill(@Nullable DataForm form, Map<String, List<String>> answers) throws ClientException {
        List<String> names = form == null
                ? List.of()
                : form.getFields().stream()
                        .filter(field -> field.getType() != FormField.Type.fixed)
                        .map(FormField::getFieldName)
                        .toList();
        for (String answered : answers.keySet()) {
            if (!names.contains(answered)) {
                throw new ClientException(what() + " has no field '" + answered + "', only " + names);
            }
        }
        if (form == null) {
            return null;
        }
        DataForm.Builder filled = DataForm.builder(DataForm.Type.submit);
        for (FormField field : form.getFields()) {
            if (field.getType() != FormField.Type.fixed) {
                filled.addField(fill(field, answers.get(field.getFieldName())));
            }
        }
        return filled.build();
    }

    /** A submitted field carries no type, so any builder that takes many values serves for all. */
    private static FormField fill(FormField field, @Nullable List<String> answer) {
        List<String> values = answer == null ? field.getValuesAsString() : answer;
        ListMultiFormField.Builder filled = FormField.listMultiBuilder(field.getFieldName());
        for (String value : values) {
            // A value cannot hold a line break: the lines of a long text are values (XEP-0004, section 3.3).
            if (field.getType() == FormField.Type.text_multi) {
                Arrays.stream(value.split("\\R", -1)).forEach(filled::addValue);
            } else {
                filled.addValue(value);
            }
        }
        return filled.build();
    }

    private CommandResult result(AdHocCommandData data) throws ClientException {
        for (AdHocCommandNote note : data.getNotes()) {
            if (note.getType() == AdHocCommandNote.Type.error) {
                throw new ClientException(what() + " failed: " + note.getValue());
            }
        }
        List<String> notes =
                data.getNotes().stream().map(AdHocCommandNote::getValue).toList();
        DataForm form = data.getForm();
        if (form == null) {
            return new CommandResult(Map.of(), List.of(), notes);
        }
        List<Map<String, List<String>>> items =
                form.getItems().stream().map(item -> values(item.getFields())).collect(Collectors.toList());
        return new CommandResult(values(form.getFields()), items, notes);
    }

    private static Map<String, List<String>> values(List<? extends FormField> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (field.getFieldName() != null) {
                values.put(field.getFieldName(), List.copyOf(field.getValuesAsString()));
            }
        }
        return values;
    }

    private String what() {
        return "the command '" + node + "' at " + to;
    }
}
