package org.crossdesk.bot.cli;

import org.crossdesk.bot.smack.Duty;
import org.crossdesk.protocol.Address;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Addresses on a command line. */
final class Addresses {
    private Addresses() {}

    /** {@code NAME@DOMAIN}; anything else is a wrong word on the command line. */
    static Address of(CommandSpec command, String text) {
        try {
            Address address = Address.parse(text);
            if (address.local() != null) {
                return address.bare();
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), text + " is no address: " + e.getMessage(), e);
        }
        throw new ParameterException(command.commandLine(), text + " is no address, NAME@DOMAIN is one");
    }

    /** {@code SERVICE@ask.DOMAIN} */
    static Address service(CommandSpec command, String text) {
        Address address = of(command, text);
        if (!Duty.isService(address)) {
            throw new ParameterException(
                    command.commandLine(),
                    text + " is no service, NAME@ask.DOMAIN is one, such as desk@ask.uppsala.test");
        }
        return address;
    }
}
