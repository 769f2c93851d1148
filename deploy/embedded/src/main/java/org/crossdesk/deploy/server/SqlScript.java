package org.crossdesk.deploy.server;

import java.util.ArrayList;
import java.util.List;

/** Takes a script for Openfire's database apart, as Openfire does: a command ends with the line that ends in a semicolon. */
final class SqlScript {
    private SqlScript() {}

    static List<String> commands(String script) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (String line : script.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("--") || line.startsWith("//")) {
                continue;
            }
            command.append(line).append('\n');
            if (line.endsWith(";")) {
                commands.add(command.toString());
                command.setLength(0);
            }
        }
        return commands;
    }
}
