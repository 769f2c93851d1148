package org.crossdesk.bot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.CommandResult;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a library's operators know, as a table: checked, read or written by its coordinator. */
@Command(
        name = "inventory",
        description = {
            "Read or write what a library's operators know, as a table (CSV).",
            "The first line: account,languages,subjects,insights,capacity. Several of one kind have semicolons between"
                    + " them. \"check\" says what \"import\" would do, and which lines it would refuse; an import is all"
                    + " or nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, or the table has mistakes; each is named by its line",
            "2:wrong words on the command line"
        })
public final class InventoryCommand implements Callable<Integer> {
    /** Below what servers let through in one stanza. */
    private static final int TABLE_MAX_BYTES = 500_000;

    private static final String TABLE = "table";

    enum Deed {
        CHECK,
        IMPORT,
        EXPORT
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CoordinatorOptions coordinator;

    @Parameters(index = "0", paramLabel = "check|import|export", description = "What to do.")
    private Deed deed = Deed.CHECK;

    @Parameters(index = "1", paramLabel = "FILE", description = "The table; - for the terminal.")
    private String file = "-";

    @Override
    public Integer call() {
        QuietLogs.begin();
        try {
            String table = deed == Deed.EXPORT ? null : read();
            try (XmppClient client = coordinator.connect()) {
                Address desk = coordinator.desk();
                if (table == null) {
                    write(client.command(desk, "inventory-export", Map.of()));
                } else {
                    String check = Boolean.toString(deed == Deed.CHECK);
                    CommandResult result = client.command(
                            desk,
                            "inventory-import",
                            Map.of(TABLE, table.lines().toList(), "check", List.of(check)));
                    result.notes().forEach(note -> spec.commandLine().getOut().println(note));
                }
            }
            return AskCommand.EXIT_OK;
        } catch (CommandFailure | ClientException e) {
            spec.commandLine().getErr().println("crossdesk inventory: " + e.getMessage());
            return AskCommand.EXIT_FAILED;
        }
    }

    private String read() throws CommandFailure {
        try {
            byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            if (bytes.length > TABLE_MAX_BYTES) {
                throw new CommandFailure(
                        file + " has " + bytes.length + " bytes, more than " + TABLE_MAX_BYTES + ": split the table");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            throw new CommandFailure("cannot read " + file + ": " + why, e);
        }
    }

    private void write(CommandResult result) throws CommandFailure {
        String table = String.join("\n", result.fields().getOrDefault(TABLE, List.of())) + "\n";
        if (file.equals("-")) {
            spec.commandLine().getOut().print(table);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(Path.of(file), table);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
        result.notes().forEach(note -> spec.commandLine().getOut().println(note + " written to " + file));
    }
}
