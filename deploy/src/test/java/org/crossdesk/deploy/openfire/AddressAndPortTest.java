package org.crossdesk.deploy.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressAndPortTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.2", "8.8.8.8", "::1", "localhost", "127.0.0", "", "127.0.0.999"})
    void onlyLoopbackAddressesAreAcceptedAndTheMessageSaysWhy(String text) {
        assertThatThrownBy(() -> new LoopbackAddress(text)).isInstanceOf(StartRefusedException.class);
    }

    @Test
    void theRefusalSaysWhyAndWhatToDoInstead() {
        assertThatThrownBy(() -> new LoopbackAddress("192.168.1.2"))
                .hasMessageContaining("192.168.1.2")
                .hasMessageContaining("loopback")
                .hasMessageContaining("trying and testing")
                .hasMessageContaining("your own Openfire 5.x");
    }

    @Test
    void aPortInUseIsNamedTogetherWithTheMend() throws Exception {
        LoopbackAddress address = new LoopbackAddress("127.0.14.1");
        try (ServerSocket holder = new ServerSocket(0, 1, address.inet())) {
            Ports ports = new Ports(holder.getLocalPort(), holder.getLocalPort(), holder.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(address))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("Port " + holder.getLocalPort() + " at 127.0.14.1 is in use")
                    .hasMessageContaining("start again")
                    .satisfies(
                            refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
        }
    }

    @Test
    void freePortsAreFine() {
        assertThatCode(() -> Ports.STANDARD.requireFree(new LoopbackAddress("127.0.14.2")))
                .doesNotThrowAnyException();
    }
}
