package org.crossdesk.edge.storage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.session.SessionId;

/** The types that are one string in JSON, as values and as keys of maps. */
final class ScalarTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ScalarTypes() {
        super("crossdesk");
        add(Instant.class, Instant::parse);
        add(Duration.class, Duration::parse);
        add(Address.class, Address::parse);
        add(SessionId.class, SessionId::new);
        add(QuestionId.class, QuestionId::new);
    }

    private <T> void add(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new Value<>(type, parse));
        addKeyDeserializer(type, new Key(parse));
    }

    private static final class Value<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Jackson's deserializers are serializable only in name.
        private final transient Function<String, T> parse;

        Value(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return parse.apply(parser.getText());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw context.instantiationException(handledType(), e);
            }
        }
    }

    private static final class Key extends KeyDeserializer {
        private final Function<String, ?> parse;

        Key(Function<String, ?> parse) {
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return parse.apply(key);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw context.instantiationException(Object.class, e);
            }
        }
    }
}
