// Package sqlite keeps the store in one SQLite file, by modernc.org/sqlite: the
// only SQL of the program. One connection writes, in immediate transactions; a
// pool of connections that cannot write reads.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver
	sqlite3 "modernc.org/sqlite/lib"

	"zhiku/store"
)

//go:embed migrations/*.sql
var migrations embed.FS

// readers is the size of the pool that reads. Each keeps a cache of its own.
const readers = 4

// The pragmas stand in this order because a busy database must wait already
// when its journal mode is set.
const (
	writerParams = "_txlock=immediate&_pragma=busy_timeout(20000)&_pragma=journal_mode(wal)&_pragma=synchronous(normal)" +
		"&_pragma=foreign_keys(1)&_pragma=temp_store(memory)&_pragma=cache_size(-16000)&_pragma=wal_autocheckpoint(8000)&_pragma=journal_size_limit(67108864)&_dqs=0"
	readerParams = "_txlock=deferred&_query_only=1&_pragma=busy_timeout(20000)&_pragma=temp_store(memory)&_pragma=cache_size(-8000)&_dqs=0"
)

// DB is a store in a file. It implements store.Reader and store.Writer.
type DB struct {
	write   *sql.DB // nil where opened to read only
	read    *sql.DB
	onQuery func(query string)
}

var (
	_ store.Reader = (*DB)(nil)
	_ store.Writer = (*DB)(nil)
)

// Option changes how a store is opened.
type Option func(*DB)

// OnQuery has f hear of every statement the readers run.
func OnQuery(f func(query string)) Option { return func(db *DB) { db.onQuery = f } }

// Open opens the store in the file path, makes it where there is none, and
// brings its schema up to date.
func Open(ctx context.Context, path string, options ...Option) (*DB, error) {
	write, err := sql.Open("sqlite", dsn(path, writerParams))
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	write.SetMaxOpenConns(1)
	if err := migrate(ctx, write); err != nil {
		write.Close()
		return nil, fmt.Errorf("open store %s: %w", path, explain(err))
	}
	db, err := openReaders(ctx, path, options)
	if err != nil {
		write.Close()
		return nil, err
	}
	db.write = write
	return db, nil
}

// OpenReadOnly opens a store that is there already and never writes to it.
func OpenReadOnly(ctx context.Context, path string, options ...Option) (*DB, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no knowledge base in %s; make one with: zhiku ingest --data %s PATH", filepath.Dir(path), filepath.Dir(path))
	}
	db, err := openReaders(ctx, path, options)
	if err != nil {
		return nil, err
	}
	var version int64
	err = db.read.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version").Scan(&version)
	switch {
	case err == nil && version > newestMigration():
		err = errNewer
	case err == nil && version < newestMigration():
		err = fmt.Errorf("it was made by an older zhiku (schema %d, this one reads %d); run zhiku serve or zhiku ingest once with this program, which brings it up to date",
			version, newestMigration())
	}
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("open store %s: %w", path, explain(err))
	}
	return db, nil
}

func openReaders(ctx context.Context, path string, options []Option) (*DB, error) {
	read, err := sql.Open("sqlite", dsn(path, readerParams))
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	db := &DB{read: read, onQuery: func(string) {}}
	for _, o := range options {
		o(db)
	}
	if err := read.PingContext(ctx); err != nil {
		read.Close()
		return nil, fmt.Errorf("open store %s: %w", path, explain(err))
	}
	return db, nil
}

// dsn is a file URI: a plain path would lose its parameters, and one with ? or
// # in it its end.
func dsn(path, params string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + params
}

// Close ends all connections.
func (db *DB) Close() error {
	if db.write == nil {
		return db.read.Close()
	}
	return errors.Join(db.read.Close(), db.write.Close())
}

// migrate brings the schema up to date. Where two processes make one store at
// the same time, the slower one finds the work done at its next try.
func migrate(ctx context.Context, db *sql.DB) (err error) {
	for range 5 {
		if err = migrateOnce(ctx, db); err == nil || isNoDatabase(err) || errors.Is(err, errNewer) {
			return err
		}
	}
	return err
}

var errNewer = errors.New("the store was made by a newer zhiku; use that one")

func migrateOnce(ctx context.Context, db *sql.DB) error {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, dir)
	if err != nil {
		return err
	}
	version, err := provider.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	if version > newestMigration() {
		return errNewer
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	return nil
}

// newestMigration is the number of the last file in migrations.
func newestMigration() int64 {
	entries, err := migrations.ReadDir("migrations")
	if err != nil {
		return 0
	}
	version, err := goose.NumericComponent(entries[len(entries)-1].Name())
	if err != nil {
		return 0
	}
	return version
}

// explain turns SQLite's own words for a wrong file into ours.
func explain(err error) error {
	if hasCode(err, sqlite3.SQLITE_READONLY) {
		return fmt.Errorf("the folder must be writable, to search in it too; make it so, or copy it to one that is: %w", err)
	}
	if isNoDatabase(err) {
		return fmt.Errorf("the file is no zhiku store or is damaged; choose another --data, or restore the file from a copy: %w", err)
	}
	return err
}

func isNoDatabase(err error) bool {
	return hasCode(err, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT) ||
		err != nil && strings.Contains(err.Error(), "file is not a database")
}

// hasCode tells whether an error is one of SQLite's with one of these codes.
func hasCode(err error, codes ...int) bool {
	var coded interface{ Code() int }
	return errors.As(err, &coded) && slices.Contains(codes, coded.Code()&0xff)
}
