package org.crossdesk.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void commandsEndWithTheirLineAndCommentsAreLeftOut() {
        assertThat(SqlScript.commands(
                        "-- first\n// second\n\nCREATE TABLE a (\n  b INTEGER\n);\nINSERT INTO a VALUES (1);\n"))
                .containsExactly("CREATE TABLE a (\nb INTEGER\n);\n", "INSERT INTO a VALUES (1);\n");
    }
}
