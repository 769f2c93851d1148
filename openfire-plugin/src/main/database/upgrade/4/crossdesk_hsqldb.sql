-- Words that operators say often: their own, the library's, its services'. Openfire's SchemaManager runs this: a
-- statement ends where a line ends with a semicolon, ASCII only.
CREATE TABLE ofCrossdeskScript (
  scriptID       VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskScript_pk PRIMARY KEY (scriptID)
);

UPDATE ofVersion SET version = 4 WHERE name = 'crossdesk';
