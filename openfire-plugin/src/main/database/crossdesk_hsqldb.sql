-- Openfire's SchemaManager runs this: a statement ends where a line ends with a semicolon, ASCII only.

-- Sessions that ended, until their retention is over. What is open lies in files beside the database.
-- CACHED keeps the rows on the disk: HSQLDB's other tables lie in the heap.
CREATE CACHED TABLE ofCrossdeskEnded (
  batchID        BIGINT        NOT NULL,
  stateID        VARCHAR(255)  NOT NULL,
  endedAt        BIGINT        NOT NULL,
  formatVersion  INTEGER       NOT NULL,
  records        LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskEnded_pk PRIMARY KEY (batchID, stateID)
);
CREATE INDEX ofCrossdeskEnded_ended_idx ON ofCrossdeskEnded (endedAt);
CREATE INDEX ofCrossdeskEnded_state_idx ON ofCrossdeskEnded (stateID);

CREATE TABLE ofCrossdeskService (
  address        VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskService_pk PRIMARY KEY (address)
);

-- What services of other libraries have asked of this one, and what it answered.
CREATE TABLE ofCrossdeskConsent (
  service        VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskConsent_pk PRIMARY KEY (service)
);

-- Two operators with one handle would be one person to every other library.
CREATE TABLE ofCrossdeskOperator (
  account        VARCHAR(255)  NOT NULL,
  handle         VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskOperator_pk PRIMARY KEY (account),
  CONSTRAINT ofCrossdeskOperator_handle UNIQUE (handle)
);

-- Words that operators say often: their own, the library's, its services'.
CREATE TABLE ofCrossdeskScript (
  scriptID       VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskScript_pk PRIMARY KEY (scriptID)
);

-- How patrons found their conversations.
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

-- Last, so that a script that failed half-way is not taken for done.
INSERT INTO ofVersion (name, version) VALUES ('crossdesk', 5);
