-- Openfire's SchemaManager runs this: a statement ends where a line ends with a semicolon, ASCII only.

-- What happened in sessions and engagements, and the ledger, in the order in which it was written.
-- CACHED keeps the rows on the disk: HSQLDB's other tables lie in the heap, and this one holds weeks of text.
CREATE CACHED TABLE ofCrossdeskRecord (
  recordID       BIGINT        NOT NULL,
  stateKind      VARCHAR(16)   NOT NULL,
  stateID        VARCHAR(255)  NOT NULL,
  writtenAt      BIGINT        NOT NULL,
  endedAt        BIGINT,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskRecord_pk PRIMARY KEY (recordID)
);
CREATE INDEX ofCrossdeskRecord_state_idx ON ofCrossdeskRecord (stateKind, stateID);
CREATE INDEX ofCrossdeskRecord_ended_idx ON ofCrossdeskRecord (endedAt);

CREATE TABLE ofCrossdeskService (
  address        VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskService_pk PRIMARY KEY (address)
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

-- Last, so that a script that failed half-way is not taken for done.
INSERT INTO ofVersion (name, version) VALUES ('crossdesk', 1);
