-- How patrons found their conversations. Openfire's SchemaManager runs this: a statement ends where a line ends with a
-- semicolon, ASCII only.
CREATE TABLE ofCrossdeskRating (
  sessionID      VARCHAR(255)  NOT NULL,
  service        VARCHAR(255)  NOT NULL,
  library        VARCHAR(255)  NOT NULL,
  ratedAt        BIGINT        NOT NULL,
  stars          INTEGER       NOT NULL,
  words          LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskRating_pk PRIMARY KEY (sessionID)
);
CREATE INDEX ofCrossdeskRating_rated_idx ON ofCrossdeskRating (service, ratedAt);

-- Operators look at the session that a patron had before.
CREATE INDEX ofCrossdeskEnded_state_idx ON ofCrossdeskEnded (stateID);

UPDATE ofVersion SET version = 5 WHERE name = 'crossdesk';
