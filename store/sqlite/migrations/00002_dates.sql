-- +goose Up
-- The dates an article prints, and who else may have said a quote. What an older
-- zhiku took in has neither until its articles are read again.

-- [name, entity, weight, joint] of each, the speaker first; [] where only he comes
-- into question. Entities are those of the article, as verify checks.
ALTER TABLE quote ADD COLUMN candidates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE quote ADD COLUMN in_doubt INTEGER NOT NULL DEFAULT 0;
CREATE INDEX quote_in_doubt ON quote (published, id) WHERE in_doubt = 1;

CREATE TABLE date_mention (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  rune_start INTEGER NOT NULL,
  rune_end INTEGER NOT NULL,
  surface TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  precision TEXT NOT NULL CHECK (precision IN ('', 'day', 'month', 'quarter', 'half', 'year', 'span')),
  relative INTEGER NOT NULL,
  anchor TEXT NOT NULL CHECK (anchor IN ('', 'sentence', 'publication', 'text'))
) STRICT, WITHOUT ROWID;
CREATE INDEX date_mention_article ON date_mention (article, start, id);

-- +goose Down
DROP TABLE date_mention;
DROP INDEX quote_in_doubt;
ALTER TABLE quote DROP COLUMN in_doubt;
ALTER TABLE quote DROP COLUMN candidates;
