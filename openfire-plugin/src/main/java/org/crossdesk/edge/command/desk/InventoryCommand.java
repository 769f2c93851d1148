package org.crossdesk.edge.command.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crossdesk.domain.Refusal.Condition;
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
import org.xmpp.forms.FormField;

/** What all operators know, as a table: out, and in, all of it or nothing. Competence Profiles, "Taking Stock". */
final class InventoryCommand implements AdHocCommand {
    private static final Logger LOG = LoggerFactory.getLogger(InventoryCommand.class);
    private static final String TABLE = "table";
    private static final String CHECK = "check";

    private final DeskControl desk;
    private final String library;
    private final boolean in;

    private InventoryCommand(DeskControl desk, String library, boolean in) {
        this.desk = desk;
        this.library = library;
        this.in = in;
    }

    /** Both directions. */
    static List<AdHocCommand> both(DeskControl desk, String library) {
        return List.of(new InventoryCommand(desk, library, false), new InventoryCommand(desk, library, true));
    }

    @Override
    public String node() {
        return in ? "inventory-import" : "inventory-export";
    }

    @Override
    public String name(@Nullable String language) {
        return in ? "Read a table of competences" : "Write a table of competences";
    }

    @Override
    public boolean allows(Caller caller) {
        return desk.coordinator(StanzaBridge.address(caller.from()));
    }

    @Override
    public @Nullable DataForm form(Caller caller) {
        return in
                ? Forms.asking(
                                "A table of competences",
                                "The first line: account,languages,subjects,insights,capacity,note,hours; the last"
                                        + " three may be left out. Several of one kind"
                                        + " have semicolons between them. What is there counts as confirmed by you.")
                        .required(TABLE, "The table, comma-separated", FormField.Type.text_multi)
                        .field(CHECK, "Only check it", FormField.Type.boolean_type, List.of("true"))
                        .build()
                : null;
    }

    @Override
    public Outcome run(Caller caller, FormValues values) {
        return in ? read(StanzaBridge.address(caller.from()).bare(), values) : write();
    }

    private Outcome write() {
        List<Directory.Operator> operators = desk.operators().stream()
                .sorted(Comparator.comparing(Directory.Operator::account))
                .toList();
        return new Outcome.Done(
                List.of(operators.size() + " operators"),
                Forms.showing("Competences")
                        .field(
                                TABLE,
                                "The table, comma-separated",
                                FormField.Type.text_multi,
                                InventoryCsv.write(operators).lines().toList())
                        .build());
    }

    private Outcome read(Address by, FormValues values) {
        InventoryCsv.Table table = InventoryCsv.read(
                String.join("\n", values.all(TABLE)),
                desk.capacityDefault(),
                desk.schemes().reader());
        List<String> mistakes = new ArrayList<>(table.mistakes());
        for (InventoryCsv.Row row : table.rows()) {
            if (mistakes.size() < InventoryCsv.MISTAKES_MAX && !operates(row.account())) {
                mistakes.add(row.account() + ": " + row.account() + "@" + library + " is not in the operators' group");
            }
        }
        if (!mistakes.isEmpty()) {
            return Outcome.refused(Condition.BAD_REQUEST, "Nothing was changed. " + String.join("\n", mistakes));
        }
        List<InventoryCsv.Row> changes =
                table.rows().stream().filter(this::changes).toList();
        String counted = table.rows().size() + " rows, " + changes.size() + " of them change something";
        if (values.flag(CHECK)) {
            return Outcome.done(counted + ". Nothing was changed: this was a check.");
        }
        try {
            List<Directory.Operator> operators = new ArrayList<>();
            for (InventoryCsv.Row row : table.rows()) {
                Directory.Operator known = desk.operator(account(row.account())).orElseThrow();
                operators.add(known.knowing(
                        row.profile(), row.capacity(), known.review().confirmed(desk.now(), by.toString())));
            }
            desk.saveAll(operators);
            return Outcome.done(counted + ". Kept.");
        } catch (JournalException e) {
            LOG.error("inventory.save.failed", e);
            return Outcome.refused(
                    Condition.INTERNAL_SERVER_ERROR,
                    "nothing was changed: the table could not be kept; the log says why");
        }
    }

    private Address account(String name) {
        return new Address(name, library, null);
    }

    private boolean operates(String name) {
        try {
            return desk.operates(account(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean changes(InventoryCsv.Row row) {
        Optional<Directory.Operator> known = desk.operators().stream()
                .filter(operator -> operator.account().equals(row.account()))
                .findFirst();
        return known.isEmpty()
                || !known.get().profile().equals(row.profile())
                || known.get().capacity() != row.capacity();
    }
}
