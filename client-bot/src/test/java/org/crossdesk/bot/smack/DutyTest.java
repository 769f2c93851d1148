package org.crossdesk.bot.smack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

class DutyTest {
    @Test
    void theStaffRoomOfAService() {
        assertThat(Duty.room(Address.parse("ask-north@ask.north.test")))
                .isEqualTo(Address.parse("ask-north@conference.north.test"));
        assertThat(Duty.desk("north.test")).isEqualTo(Address.parse("ask.north.test"));
    }

    @Test
    void onlyAServiceHasOne() {
        assertThatThrownBy(() -> Duty.room(Address.parse("ask.north.test"))).hasMessageContaining("is no service");
        assertThatThrownBy(() -> Duty.room(Address.parse("desk@north.test"))).hasMessageContaining("is no service");
    }
}
