package org.crossdesk.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScramCredentialsTest {
    /** The password, salt and count of the example in RFC 5802, section 5; the keys were derived from them with Python's hashlib. */
    @Test
    void derivesTheKeysOfTheStandardsExample() throws Exception {
        ScramCredentials credentials =
                ScramCredentials.of("pencil", Base64.getDecoder().decode("QSXCR+Q6sek8bf92"), 4_096);

        assertThat(credentials.storedKey()).isEqualTo("6dlGYMOdZcOPutkcNY8U2g7vK9Y=");
        assertThat(credentials.serverKey()).isEqualTo("D+CSWLOshSulAsxiupA+qs2/fTE=");
    }
}
