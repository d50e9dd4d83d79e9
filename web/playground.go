package web

import (
	"html/template"
	"net/http"
)

// The playground's own script and the example queries are in static/.
var playgroundPage = template.Must(template.New("playground").Parse(`<!doctype html>
<html lang="{{.}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>知库 GraphQL</title>
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/graphiql/graphiql.min.css">
<link rel="stylesheet" href="/static/playground.css">
<script src="/graphiql/react.production.min.js" defer></script>
<script src="/graphiql/react-dom.production.min.js" defer></script>
<script src="/graphiql/graphiql.min.js" defer></script>
<script src="/static/playground.js" defer></script>
</head>
<body><div id="graphiql"></div></body>
</html>
`))

// playground serves GraphiQL from the binary itself.
func (s *site) playground(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := playgroundPage.Execute(w, languageOf(r)); err != nil {
		s.Log.Error("write playground", "error", err)
	}
}
