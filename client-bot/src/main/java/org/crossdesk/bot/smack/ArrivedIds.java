package org.crossdesk.bot.smack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jivesoftware.smack.packet.Message;

/** The ids of messages that have arrived, so that one that is sent again is known. One thread at a time. */
final class ArrivedIds {
    /** So many of the last are remembered; a desk has fewer under way. */
    static final int IDS_MAX = 2_000;

    private final Map<String, Boolean> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > IDS_MAX;
        }
    };

    /** Whether it is here for the first time; one without an id always is. */
    boolean isNew(Message message) {
        String id = message.getStanzaId();
        return id == null || ids.put(message.getFrom() + " " + id, true) == null;
    }
}
