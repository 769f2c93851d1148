package org.crossdesk.deploy.conversation;

import java.util.List;
import java.util.regex.Pattern;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.impl.JidCreate;

/** A page of a search (XEP-0055 with XEP-0059), as it stands in the stanza. */
record SearchPage(String xml) {
    private static final class Search extends IQ {
        private final String subject;
        private final int max;
        private final String after;

        Search(String subject, int max, String after) {
            super("query", "jabber:iq:search");
            this.subject = subject;
            this.max = max;
            this.after = after;
            setType(Type.set);
        }

        @Override
        protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
            xml.rightAngleBracket();
            xml.append("<x xmlns='jabber:x:data' type='submit'><field var='subject'><value>" + subject
                    + "</value></field></x><set xmlns='http://jabber.org/protocol/rsm'><max>" + max + "</max><after>"
                    + after + "</after></set>");
            return xml;
        }
    }

    static SearchPage ask(XmppClient client, Address desk, String subject, int max, String after) throws Exception {
        Search search = new Search(subject, max, after);
        search.setTo(JidCreate.from(desk.toString()));
        IQ answer = client.connection().sendIqRequestAndWaitForResponse(search);
        return new SearchPage(answer.toXML().toString());
    }

    /** The operators of the page; what it says of itself (XEP-0059), Smack does not hand on. */
    List<String> operators() {
        return Pattern.compile("<field var='jid'[^>]*><value>([^<]*)</value>")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
