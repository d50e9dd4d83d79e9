package web

import (
	"net/http/httptest"
	"testing"
)

func TestLanguageOf(t *testing.T) {
	tests := []struct{ name, url, accept, want string }{
		{"Chinese where nothing is asked for", "/", "", "zh-CN"},
		{"Chinese for Chinese of any place", "/", "zh-TW,zh;q=0.9", "zh-CN"},
		{"English where the browser prefers it", "/", "en-GB,en;q=0.8,zh;q=0.5", "en"},
		{"Chinese where the browser prefers a third", "/", "fr", "zh-CN"},
		{"a broken header is no reason to fail", "/", ";;;q=x", "zh-CN"},
		{"the address wins over the browser", "/?lang=en", "zh-CN", "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := httptest.NewRequest("GET", tt.url, nil)
			r.Header.Set("Accept-Language", tt.accept)
			if got := languageOf(r); got != tt.want {
				t.Errorf("languageOf = %s, want %s", got, tt.want)
			}
		})
	}
}

func TestBothLanguagesHaveEveryWord(t *testing.T) {
	for k := range chinese {
		if english[k] == "" {
			t.Errorf("%q has no English", k)
		}
	}
	for k := range english {
		if chinese[k] == "" {
			t.Errorf("%q has no Chinese", k)
		}
	}
}
