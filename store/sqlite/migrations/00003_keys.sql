-- +goose Up
-- An article of JSON lines with an id and no paper was known by its line too,
-- id:FILE#LINE:ID; now it is id:FILE:ID, so that lines may move. Its own id, once
-- made of the key, stays. Where lines had moved already and one article is there
-- more than once, the one read last is it; the others stay as they are.
WITH
  ending (words) AS (VALUES ('.jsonl#'), ('.ndjson#'), ('.jsonl.gz#'), ('.ndjson.gz#')),
  cut AS (
    SELECT id, ingested_at,
      substr(source_key, 1, instr(lower(source_key), words) + length(words) - 2) AS file,
      substr(source_key, instr(lower(source_key), words) + length(words)) AS rest
    FROM article, ending
    WHERE format = 'jsonl' AND source_key LIKE 'id:%' AND instr(lower(source_key), words) > 0),
  moved AS (
    SELECT id, ingested_at, file || substr(rest, instr(rest, ':')) AS source_key
    FROM cut
    WHERE instr(rest, ':') > 1 AND substr(rest, 1, instr(rest, ':') - 1) NOT GLOB '*[^0-9]*'),
  ranked AS (
    SELECT id, source_key, row_number() OVER (PARTITION BY source_key ORDER BY ingested_at DESC, id) AS place
    FROM moved)
UPDATE article SET source_key = ranked.source_key
FROM ranked
WHERE ranked.id = article.id AND ranked.place = 1
  AND NOT EXISTS (SELECT 1 FROM article a WHERE a.source_key = ranked.source_key);

-- How many articles an older extractor read is asked at every start.
CREATE INDEX article_extractor ON article (extractor);

-- +goose Down
DROP INDEX article_extractor;
