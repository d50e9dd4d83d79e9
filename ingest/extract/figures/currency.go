package figures

import (
	_ "embed"
	"strings"
	"sync"

	"zhiku/zh/fold"
)

//go:embed data/currencies.txt
var currencyData string

// codes are the ISO 4217 codes by printed unit.
var codes = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	eachLine(currencyData, func(code, name string) { m[name] = code })
	return m
})

// currency gives the code of a figure's money; "" for other figures, and where
// print leaves open which money it is: 元 in traditional text, 比索.
func (f *finder) currency(a *atom) string {
	if a.kind != money {
		return ""
	}
	unit, _, _ := strings.Cut(a.unit, "/")
	code := codes()[strings.TrimSuffix(unit, "人民币")]
	if unit == "人民币" {
		code = "CNY"
	}
	if code == "CNY" && !strings.Contains(unit, "人民币") && f.traditional() {
		return ""
	}
	return code
}

// traditional tells whether the article is in traditional characters.
func (f *finder) traditional() bool {
	return f.text != f.view.Text && fold.Traditional(f.view.Text)
}
