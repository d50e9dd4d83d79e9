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
	if strings.Contains(unit, "人民币") {
		return "CNY"
	}
	if code != "CNY" {
		return code
	}
	if f.local == nil {
		local := f.localMoney()
		f.local = &local
	}
	return *f.local
}

// localMoney gives the code of the money that an article prints as 元: what it says
// itself (澳门元，下同); none for traditional text, which may mean several.
func (f *finder) localMoney() string {
	if i := strings.Index(f.text, "下同"); i >= 0 {
		before := f.text[max(0, i-30):i]
		before = strings.TrimRight(before, "，, ")
		if cut := strings.LastIndexAny(before, "(（"); cut >= 0 {
			before = strings.TrimLeft(before[cut:], "(（")
		}
		if code := codes()[strings.TrimPrefix(before, "单位：")]; code != "" {
			return code
		}
	}
	if f.traditional() {
		return ""
	}
	return "CNY"
}

// traditional tells whether the article is in traditional characters.
func (f *finder) traditional() bool {
	return f.text != f.view.Text && fold.Traditional(f.view.Text)
}
