package org.crossdesk.deploy.demo;

import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.ClientSettings;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.network.Network;
import org.crossdesk.deploy.seed.Account;

/** How the accounts of a network's plan connect. */
public final class Person {
    private Person() {}

    /** The settings of {@code name@domain}. */
    public static ClientSettings of(Network network, String name, String domain) {
        Library library = network.library(domain);
        Account account = library.plan().accounts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account " + name + " in the plan of " + domain));
        return ClientSettings.account(
                domain,
                library.address().text(),
                library.ports().client(),
                network.authorityPem(),
                name,
                account.password());
    }

    /** {@code name@domain}, connected and available. */
    public static XmppClient available(Network network, String name, String domain) throws ClientException {
        XmppClient client = XmppClient.connect(of(network, name, domain));
        client.available(null);
        return client;
    }
}
