package web

import (
	"net/http"

	"golang.org/x/text/language"
)

// words are the texts of the pages in one language.
type words map[string]string

// offered languages; the first is given where a reader asks for neither.
var offered = language.NewMatcher([]language.Tag{language.SimplifiedChinese, language.English})

// languageOf gives the page's language, "zh-CN" or "en": ?lang= first, then
// the browser's Accept-Language.
func languageOf(r *http.Request) string {
	switch r.URL.Query().Get("lang") {
	case "zh-CN", "zh":
		return "zh-CN"
	case "en":
		return "en"
	}
	tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil {
		return "zh-CN"
	}
	// without confidence it is a guess by region: French is given English
	if _, i, confidence := offered.Match(tags...); i == 1 && confidence > language.Low {
		return "en"
	}
	return "zh-CN"
}

func wordsFor(lang string) words {
	if lang == "en" {
		return english
	}
	return chinese
}

var chinese = words{
	"brand": "知库", "tagline": "中文新闻知识库：谁说了什么，出自哪里",
	"search": "检索", "query": "检索引语", "placeholder": "词语、“原话”、-排除",
	"speaker": "说话人", "organization": "所属机构", "source": "报刊", "kind": "引语类型", "from": "起", "to": "止", "order": "排序",
	"anyKind": "全部", "direct": "直接引语", "block": "成段引语", "indirect": "间接引语",
	"relevance": "最相关", "newest": "最新", "oldest": "最早", "filters": "筛选",
	"found": "条引语", "none": "没有找到符合条件的引语。", "noneHelp": "试试更短的词，去掉引号，或放宽筛选。",
	"empty": "知库里还没有文章。", "emptyHelp": "用 zhiku ingest --data 目录 文章… 读入文章，随后即可检索。",
	"inText": "看原文位置", "cite": "引用格式", "next": "下一页", "previous": "上一页", "building": "索引正在建立，结果暂不完整。",
	"unnamed": "未具名", "noSpeaker": "说话人不详", "undated": "日期不详", "inferred": "（推定）",
	"articles": "篇文章", "people": "人物", "companies": "企业", "organizations": "机构", "projects": "项目", "figures": "数据", "quotes": "引语",
	"article": "文章", "published": "见报", "author": "作者", "original": "原文链接", "back": "返回检索", "value": "数值", "metric": "指标",
	"about": "关于", "period": "时期", "playground": "GraphQL", "notFound": "没有这个页面", "noArticle": "没有这篇文章",
	"tooSlow": "这次查询太慢，已停下。请减少词语，或换成更少见的词。", "tooMuch": "检索词太多、太长，或分页地址已失效。请缩短，或重新检索。",
	"badRequest": "检索条件有误", "internal": "内部错误", "otherLanguage": "English", "otherLang": "en", "confidence": "可信度", "said": "说",
	"revision": "版本", "more": "其余",
}

var english = words{
	"brand": "Zhiku 知库", "tagline": "A knowledge base of Chinese news: who said what, and where it stands",
	"search": "Search", "query": "Search quotes", "placeholder": "words, “exact words”, -not",
	"speaker": "Speaker", "organization": "Organisation", "source": "Paper", "kind": "Kind", "from": "From", "to": "To", "order": "Order",
	"anyKind": "All", "direct": "Direct", "block": "Block", "indirect": "Indirect",
	"relevance": "Most relevant", "newest": "Newest", "oldest": "Oldest", "filters": "Filters",
	"found": "quotes", "none": "No quote matches.", "noneHelp": "Try a shorter word, drop the quotation marks, or widen the filters.",
	"empty": "No articles yet.", "emptyHelp": "Take some in with zhiku ingest --data DIR FILE…, then search.",
	"inText": "See it in the text", "cite": "Citation", "next": "Next", "previous": "Previous", "building": "The index is being built; results are incomplete.",
	"unnamed": "unnamed", "noSpeaker": "speaker unknown", "undated": "undated", "inferred": " (inferred)",
	"articles": "articles", "people": "People", "companies": "Companies", "organizations": "Organisations", "projects": "Projects", "figures": "Figures", "quotes": "Quotes",
	"article": "Article", "published": "Published", "author": "By", "original": "Original", "back": "Back to search", "value": "Figure", "metric": "Metric",
	"about": "About", "period": "Period", "playground": "GraphQL", "notFound": "No such page", "noArticle": "No such article",
	"tooSlow": "The search took too long and was stopped; ask for fewer or rarer words.", "tooMuch": "The search is too long, or the page's address is no longer good; shorten it, or search again.",
	"badRequest": "The search cannot be run", "internal": "Internal error", "otherLanguage": "中文", "otherLang": "zh-CN", "confidence": "confidence", "said": "said",
	"revision": "revision", "more": "more",
}
