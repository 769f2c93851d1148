package org.crossdesk.edge.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.crossdesk.domain.session.Line;
import org.crossdesk.domain.session.Transcript;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.session.SessionId;

/** The types that are one string in JSON, as values and as keys of maps; and the transcript, which is its lines. */
final class ScalarTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ScalarTypes() {
        super("crossdesk");
        add(Instant.class, Instant::parse);
        addSerializer(Instant.class, new Moments());
        add(Duration.class, Duration::parse);
        add(LocalDate.class, LocalDate::parse);
        add(LocalTime.class, LocalTime::parse);
        add(ZoneId.class, ZoneId::of);
        add(Address.class, Address::parse);
        add(SessionId.class, SessionId::new);
        add(QuestionId.class, QuestionId::new);
        add(ConversationToken.class, ConversationToken::new);
        addSerializer(Transcript.class, new Lines());
        addDeserializer(Transcript.class, new FromLines());
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

    /** All that is written in one turn has the same time, and putting it in words takes longer than all else. */
    private static final class Moments extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        private record Written(Instant instant, String text) {}

        @SuppressWarnings("serial") // Jackson's serializers are serializable only in name.
        private transient volatile Written last = new Written(Instant.EPOCH, Instant.EPOCH.toString());

        Moments() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            Written written = last;
            if (!written.instant().equals(instant)) {
                written = new Written(instant, instant.toString());
                last = written;
            }
            generator.writeString(written.text());
        }

        @Override
        public void serializeWithType(
                Instant instant, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(instant, generator, provider);
        }
    }

    private static final class Lines extends StdSerializer<Transcript> {
        private static final long serialVersionUID = 1L;

        Lines() {
            super(Transcript.class);
        }

        @Override
        public void serialize(Transcript transcript, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeStartArray();
            for (Line line : transcript.lines()) {
                provider.defaultSerializeValue(line, generator);
            }
            generator.writeEndArray();
        }
    }

    private static final class FromLines extends StdDeserializer<Transcript> {
        private static final long serialVersionUID = 1L;

        FromLines() {
            super(Transcript.class);
        }

        @Override
        public Transcript deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Transcript transcript = Transcript.EMPTY;
            try {
                for (Line line : context.readValue(parser, Line[].class)) {
                    transcript = transcript.plus(line);
                }
            } catch (IllegalArgumentException e) {
                throw context.instantiationException(Transcript.class, e);
            }
            return transcript;
        }
    }
}
