#!/usr/bin/env bash
# Fetches the packages from npm again and checks that the files here are theirs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
for package in graphiql@4.1.2 react@18.3.1 react-dom@18.3.1; do
  tar xzf "$(npm pack --silent "$package")"
  find package -maxdepth 2 \( -name graphiql.min.js -o -name graphiql.min.css -o -path '*/umd/react*.production.min.js' \) \
    -exec cp {} . \;
  rm -rf package
done
sha256sum --check "$here/SHA256SUMS"
cp graphiql.min.js graphiql.min.css react.production.min.js react-dom.production.min.js "$here"
