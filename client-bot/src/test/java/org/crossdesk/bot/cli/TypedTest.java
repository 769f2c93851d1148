package org.crossdesk.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void wordsAndTheDesksCommandsGoToTheSession() {
        assertThat(Typed.parse("  Hello there ")).isEqualTo(new Typed.ForSession("Hello there"));
        assertThat(Typed.parse("/transfer subject=law : use"))
                .isEqualTo(new Typed.ForSession("/transfer subject=law : use"));
        assertThat(Typed.parse("/close answered 4")).isEqualTo(new Typed.ForSession("/close answered 4"));
        assertThat(Typed.parse("/decline")).isEqualTo(new Typed.ForSession("/decline"));
    }

    @Test
    void ownCommands() {
        assertThat(Typed.parse("/use 12")).isEqualTo(new Typed.Use(12));
        assertThat(Typed.parse("/USE  3 ")).isEqualTo(new Typed.Use(3));
        assertThat(Typed.parse("/duty on")).isEqualTo(new Typed.Duty(true));
        assertThat(Typed.parse("/duty OFF")).isEqualTo(new Typed.Duty(false));
        assertThat(Typed.parse("/sessions")).isEqualTo(new Typed.Sessions());
        assertThat(Typed.parse("/help")).isEqualTo(new Typed.Help());
        assertThat(Typed.parse("/quit")).isEqualTo(new Typed.Quit());
        assertThat(Typed.parse("   ")).isEqualTo(new Typed.Nothing());
    }

    @Test
    void wrongForms() {
        assertThat(Typed.parse("/use")).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.parse("/use two")).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.parse("/use 99999999999")).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.parse("/use -1")).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.parse("/duty")).isInstanceOf(Typed.Wrong.class);
        assertThat(Typed.parse("/duty maybe")).isInstanceOf(Typed.Wrong.class);
    }
}
