package org.crossdesk.bot.smack;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jivesoftware.smack.ReconnectionManager;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.parsing.ExceptionLoggingCallback;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.receipts.DeliveryReceiptManager;

/** Everything of Smack that is static, in one place: it holds for every connection of this JVM. */
final class SmackSetup {
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private SmackSetup() {}

    /** Must be called before the first connection is constructed. */
    static void ensure() {
        if (!DONE.compareAndSet(false, true)) {
            return;
        }
        ReconnectionManager.setEnabledPerDefault(false);
        // Sessions come and go as contacts; none of them is to end in the account's roster, and nobody asks for it.
        Roster.setRosterLoadedAtLoginDefault(false);
        Roster.setDefaultSubscriptionMode(Roster.SubscriptionMode.manual);
        DeliveryReceiptManager.setDefaultAutoReceiptMode(DeliveryReceiptManager.AutoReceiptMode.disabled);
        ServiceDiscoveryManager.setDefaultIdentity(new DiscoverInfo.Identity("client", "Crossdesk", "bot"));
        // Smack's default ends the connection on a stanza that it cannot parse; the next stanza may be fine.
        SmackConfiguration.setDefaultParsingExceptionCallback(new ExceptionLoggingCallback());
        StanzaBridge.register();
    }
}
