-- +goose Up
-- Spans are stored as they are used: of mentions and figures in columns, those
-- that are only shown as JSON [start, end, runeStart, runeEnd]. Dates are ISO
-- text, '' where unknown; times are Unix milliseconds. published and source
-- stand with quotes and figures once more, so that lists filter and sort by
-- one index.

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  source_key TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  sha256 TEXT NOT NULL,
  extractor INTEGER NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  title TEXT NOT NULL,
  title_span TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  author TEXT NOT NULL,
  dateline TEXT NOT NULL,
  url TEXT NOT NULL,
  published TEXT NOT NULL,
  published_from TEXT NOT NULL,
  ingested_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX article_published ON article (published, id);
CREATE INDEX article_source ON article (source, published, id);

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'company', 'organization', 'project')),
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  employer TEXT NOT NULL,
  confidence REAL NOT NULL,
  mention_count INTEGER NOT NULL CHECK (mention_count >= 0),
  article_count INTEGER NOT NULL CHECK (article_count >= 0),
  quote_count INTEGER NOT NULL CHECK (quote_count >= 0),
  UNIQUE (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_mentions ON entity (kind, mention_count, id);
CREATE INDEX entity_name ON entity (kind, name, id);

-- What each article calls an entity, so that a name goes when the last article
-- that prints it goes.
CREATE TABLE appearance (
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  entity TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  employer TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (article, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_entity ON appearance (entity, name, employer);
CREATE INDEX appearance_confidence ON appearance (entity, confidence);

CREATE TABLE alias (
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  entity TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  PRIMARY KEY (article, entity, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity, name);
CREATE INDEX alias_name ON alias (name, entity);

CREATE TABLE mention (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  entity TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  rune_start INTEGER NOT NULL,
  rune_end INTEGER NOT NULL,
  surface TEXT NOT NULL,
  published TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  extractor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_article ON mention (article, start, id);
CREATE INDEX mention_entity ON mention (entity, published, id);

CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'block', 'indirect', 'term')),
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  spans TEXT NOT NULL,
  context TEXT NOT NULL,
  cue TEXT NOT NULL,
  cue_span TEXT NOT NULL,
  speaker TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  speaker_text TEXT NOT NULL,
  speaker_span TEXT NOT NULL,
  named INTEGER NOT NULL,
  title TEXT NOT NULL,
  organization TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  organization_text TEXT NOT NULL,
  source TEXT NOT NULL,
  published TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  extractor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_published ON quote (published, id);
CREATE INDEX quote_article ON quote (article, start, id);
CREATE INDEX quote_speaker ON quote (speaker, published, id) WHERE speaker IS NOT NULL;
CREATE INDEX quote_speaker_text ON quote (speaker_text, published, id);
CREATE INDEX quote_organization ON quote (organization, published, id) WHERE organization IS NOT NULL;
CREATE INDEX quote_organization_text ON quote (organization_text, published, id);
CREATE INDEX quote_source ON quote (source, published, id);
CREATE INDEX quote_kind ON quote (kind, published, id);

CREATE TABLE figure (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  rune_start INTEGER NOT NULL,
  rune_end INTEGER NOT NULL,
  surface TEXT NOT NULL,
  value TEXT NOT NULL,
  value_number REAL NOT NULL,
  value_from TEXT NOT NULL,
  value_to TEXT NOT NULL,
  unit TEXT NOT NULL,
  currency TEXT NOT NULL,
  hedge TEXT NOT NULL,
  target INTEGER NOT NULL,
  metric TEXT NOT NULL,
  about TEXT NOT NULL,
  about_entity TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,
  period_via TEXT NOT NULL,
  context TEXT NOT NULL,
  source TEXT NOT NULL,
  published TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  extractor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_published ON figure (published, id);
CREATE INDEX figure_article ON figure (article, start, id);
CREATE INDEX figure_value ON figure (value_number, id);
CREATE INDEX figure_unit_value ON figure (unit, value_number, id);
CREATE INDEX figure_unit_published ON figure (unit, published, id);
CREATE INDEX figure_currency_value ON figure (currency, value_number, id) WHERE currency > '';
CREATE INDEX figure_target ON figure (published, id) WHERE target = 1;
CREATE INDEX figure_about ON figure (about_entity, published, id) WHERE about_entity IS NOT NULL;
CREATE INDEX figure_source ON figure (source, published, id);

CREATE TABLE affiliation (
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  organization_text TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT NOT NULL,
  PRIMARY KEY (article, person, organization_text, title)
) STRICT, WITHOUT ROWID;
CREATE INDEX affiliation_person ON affiliation (person, published);
CREATE INDEX affiliation_organization ON affiliation (organization, published);
CREATE INDEX affiliation_organization_text ON affiliation (organization_text);

-- Whose a project is and where it stands, as each article prints it.
CREATE TABLE undertaking (
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  project TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  owner TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  owner_text TEXT NOT NULL,
  place TEXT NOT NULL,
  published TEXT NOT NULL,
  PRIMARY KEY (article, project, owner_text, place),
  CHECK (owner_text > '' OR place > '')
) STRICT, WITHOUT ROWID;
CREATE INDEX undertaking_project ON undertaking (project, published);
CREATE INDEX undertaking_owner ON undertaking (owner, published) WHERE owner IS NOT NULL;

-- The log: everything else follows it.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('put', 'withdrawn', 'merged')),
  article TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- +goose Down
DROP TABLE change;
DROP TABLE undertaking;
DROP TABLE affiliation;
DROP TABLE figure;
DROP TABLE quote;
DROP TABLE mention;
DROP TABLE alias;
DROP TABLE appearance;
DROP TABLE entity;
DROP TABLE article;
