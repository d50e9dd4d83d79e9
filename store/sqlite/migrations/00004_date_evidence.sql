-- +goose Up
-- How a date was found. What version 3 of the extractor gave has none until its
-- article is read again.
ALTER TABLE date_mention ADD COLUMN rule TEXT NOT NULL DEFAULT 'dates.unknown';
ALTER TABLE date_mention ADD COLUMN confidence REAL NOT NULL DEFAULT 0.5;
ALTER TABLE date_mention ADD COLUMN extractor INTEGER NOT NULL DEFAULT 3;

-- +goose Down
ALTER TABLE date_mention DROP COLUMN extractor;
ALTER TABLE date_mention DROP COLUMN confidence;
ALTER TABLE date_mention DROP COLUMN rule;
