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
	"speaker": "说话人", "organization": "机构", "source": "报刊", "kind": "类型", "from": "起", "to": "止", "order": "排序",
	"anyKind": "全部", "direct": "直接引语", "block": "成段引语", "indirect": "间接引语",
	"relevance": "最相关", "newest": "最新", "oldest": "最早", "filters": "筛选",
	"none": "没有找到符合条件的引语。", "noneHelp": "试试更短的词，去掉引号，或放宽筛选。",
	"empty": "知库里还没有文章。", "emptyHelp": "用 zhiku ingest --data 目录 文章… 读入文章，随后即可检索。",
	"inText": "看原文位置", "cite": "引用格式", "next": "下一页", "previous": "上一页", "building": "索引正在建立，结果暂不完整。",
	"unnamed": "未具名", "noSpeaker": "说话人不详", "undated": "日期不详", "inferred": "（推定）",
	"articles": "篇文章", "people": "人物", "companies": "企业", "organizations": "机构", "projects": "项目", "figures": "数据", "quotes": "引语",
	"article": "文章", "published": "见报", "author": "作者", "original": "原文链接", "back": "返回检索", "value": "数值", "metric": "指标",
	"about": "关于", "period": "时期", "playground": "GraphQL", "notFound": "没有这个页面", "noArticle": "没有这篇文章",
	"tooSlow": "这次查询太慢，已停下。请减少词语，或换成更少见的词。", "tooMuch": "检索词太多、太长，或分页地址已失效。请缩短，或重新检索。",
	"badRequest": "检索条件有误", "internal": "内部错误", "otherLanguage": "English", "otherLang": "en", "confidence": "可信度", "said": "说",
	"revision": "版本", "more": "其余",
	"verify": "核对引语", "check": "核对", "company": "企业", "project": "项目", "org": "机构", "unit": "单位", "quoteKind": "引语类型", "belongs": "所属机构", "year": "年份",
	"month": "月份", "since": "%s 起", "until": "截至 %s", "after": "不早于", "before": "不晚于", "not": "排除 ", "quote": "引语", "figure": "数据", "person": "人物", "atLeast": "至少 %s 条引语",
	"count": "%s 条引语", "holdMost": "其中 %s 条含有全部词语，排在前面；其余含有大部分词语。", "holdNone": "没有一条含有全部词语；以下各条含有大部分词语。", "interpreted": "理解为",
	"apart": "连在一起查找，也分开查找：", "alsoNamed": "也查找其他名称：", "only": "只查“%s”本身",
	"ofFigures": "这里只检索引语。数值范围、单位和其他类型，请用 GraphQL 的 search 或命令行 zhiku search --kind figure。", "narrow": "缩小范围", "remove": "去掉这个条件",
	"conditions": "已选条件", "moreValues": "还有 %s 个", "othersLeft": "另有 %s 个未列出", "active": "已选", "didYouMean": "您是不是要找：", "withoutFacets": "不作分类统计，再查一次",
	"help": "检索式怎么写", "helpAll": "两个词都要有；不够时，也给出含有大部分词语的", "helpPhrase": "原样出现；任何引号都行", "helpNot": "不要“广告”", "helpOr": "二者有一即可，“或”也行",
	"helpSpeaker": "说话人", "helpOrganization": "与某机构有关", "helpCompany": "与某企业有关", "helpSource": "报刊", "helpTime": "从首日到末日，两端都算；可写年、月、日",
	"helpMore": "全角半角、繁体简体一样看待。写错了不要紧：看不懂的按普通文字查找，并在结果上方说明。", "moreHelp": "英文也行：speaker: org: company: source: after: before:",
	"verifyIntro": "贴上准备引用的话，看它是不是这样见报的、谁说的、出自哪里。", "words": "要核对的话", "wordsHint": "可用省略号（……）代替略去的字", "bySpeaker": "说话人（可不填）", "verifyButton": "核对",
	"nothingToVerify": "请填写要核对的话：至少要有一个字或数字。", "tooLongToVerify": "这段话和说话人合计 %s 个字，至多 1,000 个字。请分段核对。", "noVerdictYet": "暂时不能核对", "buildingToVerify": "索引正在建立，现在查不全，不能下结论。请稍后再试。", "tryAgain": "再试一次",
	"tooSlowToVerify": "这次核对太慢，已停下。请稍后再试，或只核对其中一句。",
	"cannotVerify":    "无法核对", "verbatim": "一字不差", "verbatimAdvice": "知库里有这句引语，与所填文字完全相同。", "normalised": "文字相同",
	"normalisedAdvice": "只有标点、空格、繁简、大小写或全半角不同。照见报的写法引用最稳妥。", "part": "是一段引语的一部分", "partAdvice": "见报的引语更长。请看标出的部分前后说了什么，再决定能否单独引用。",
	"altered": "与见报的话有出入", "alteredAdvice": "最接近的引语与所填文字不同，或只印了其中一部分。差别见下；请改用见报的文字。", "somebody-else": "不是这个人说的",
	"somebody-elseAdvice": "有这样或近似的引语，但见报的说话人是别人。请看下面的出处。", "outside-quote": "文章里有，但不是引语",
	"outside-quoteAdvice": "这些文字（或非常接近的文字）见于文章正文，没有标作任何人的引语。不要当作谁的原话引用。", "not-found": "没有找到",
	"not-foundAdvice": "知库里没有这句话，也没有近似的。这不等于没有人说过：也许那篇文章没有收进来。", "isVerbatim": "一字不差", "isNormalised": "只差标点、繁简等写法", "isPart": "含在更长的文字里",
	"isTrimmed": "只印了其中一部分", "isAltered": "文字有出入", "otherSpeaker": "说话人不同", "inArticle": "文章正文，不是引语", "difference": "差别", "goneHere": "删去：",
	"newHere": "增加：", "endMark": "。", "legend": "划去的字见报时没有，带下划线的字是见报时的。", "similar": "相同或相近的引语", "similarLegend": "划去的字那边没有，带下划线的字只有那边有。",
	"noSimilar": "知库里没有与它相同或相近的引语。", "similarSlow": "查找相近引语太慢，已停下。", "thisQuote": "这条引语", "matches": "见报之处", "searchInstead": "改用检索",
	"speaker-in-doubt": "说话人存疑", "speaker-in-doubtAdvice": "见报有这样的话，但文章没有写明是谁说的，所问的人只是可能的一个。请看原文，再决定怎样引用。",
	"quoteGone":    "这个地址所指的引语已经不在这里：文章后来重新读过。请看下面现有的引语。",
	"whoIsInDoubt": "说话人存疑：文章没有写明这话是谁说的。引用前请看原文。",
	"inDoubt":      "说话人存疑，也可能是", "perhaps": "也可能是%s", "together": "与%s共同表示", "or": "、", "then": "，", "with": "与", "saidSo": "共同表示。", "lookFirst": "；引用前请看原文。",
	"dates": "日期", "printed": "原文", "means": "所指", "fromPublication": "按见报日推算", "fromSentence": "按前文推算", "fromText": "按文中最晚的年份推算",
}

var english = words{
	"brand": "Zhiku 知库", "tagline": "A knowledge base of Chinese news: who said what, and where it stands",
	"search": "Search", "query": "Search quotes", "placeholder": "words, “exact words”, -not",
	"speaker": "Speaker", "organization": "Organisation", "source": "Paper", "kind": "Kind", "from": "From", "to": "To", "order": "Order",
	"anyKind": "All", "direct": "Direct", "block": "Block", "indirect": "Indirect",
	"relevance": "Most relevant", "newest": "Newest", "oldest": "Oldest", "filters": "Filters",
	"none": "No quote matches.", "noneHelp": "Try a shorter word, drop the quotation marks, or widen the filters.",
	"empty": "No articles yet.", "emptyHelp": "Take some in with zhiku ingest --data DIR FILE…, then search.",
	"inText": "See it in the text", "cite": "Citation", "next": "Next", "previous": "Previous", "building": "The index is being built; results are incomplete.",
	"unnamed": "unnamed", "noSpeaker": "speaker unknown", "undated": "undated", "inferred": " (inferred)",
	"articles": "articles", "people": "People", "companies": "Companies", "organizations": "Organisations", "projects": "Projects", "figures": "Figures", "quotes": "Quotes",
	"article": "Article", "published": "Published", "author": "By", "original": "Original", "back": "Back to search", "value": "Figure", "metric": "Metric",
	"about": "About", "period": "Period", "playground": "GraphQL", "notFound": "No such page", "noArticle": "No such article",
	"tooSlow": "The search took too long and was stopped; ask for fewer or rarer words.", "tooMuch": "The search is too long, or the page's address is no longer good; shorten it, or search again.",
	"badRequest": "The search cannot be run", "internal": "Internal error", "otherLanguage": "中文", "otherLang": "zh-CN", "confidence": "confidence", "said": "said",
	"revision": "revision", "more": "more",
	"verify": "Check a quotation", "check": "Check", "company": "Company", "project": "Project", "org": "Organisation", "unit": "Unit",
	"quoteKind": "Kind of quote", "belongs": "Organisation", "year": "Year", "month": "Month", "since": "from %s", "until": "until %s", "after": "Not before", "before": "Not after",
	"not": "Not ", "quote": "Quote", "figure": "Figure", "person": "Person", "atLeast": "at least %s quotes", "count": "%s quotes",
	"holdMost": "%s of them hold all words and come first; the others hold most of them.", "holdNone": "None holds all words; these hold most of them.",
	"interpreted": "Read as", "apart": "searched for as one, and as several words: ", "alsoNamed": "also searched for under other names: ",
	"only":      "search for “%s” alone",
	"ofFigures": "Only quotes are searched here. For ranges of figures, units and other kinds use search in GraphQL, or zhiku search --kind figure.",
	"narrow":    "Narrow down", "remove": "remove this condition", "conditions": "Conditions in force", "moreValues": "%s more",
	"othersLeft": "%s more not listed", "active": "in force", "didYouMean": "Did you mean: ", "withoutFacets": "Search again without counts",
	"help": "How to write a query", "helpAll": "both words; where too few quotes have both, those that have most",
	"helpPhrase": "as it stands, in any quotation marks", "helpNot": "without 广告", "helpOr": "at least one of the two; 或 does the same",
	"helpSpeaker": "the speaker; also speaker:", "helpOrganization": "to do with an organisation; also org:",
	"helpCompany": "to do with a company; also company:", "helpSource": "the paper; also source:",
	"helpTime":    "from the first day to the last, both included; also after: before:",
	"helpMore":    "Width and script of characters do not matter. Nothing is a mistake: what cannot be read as syntax is searched for as it stands, and the page says so.",
	"moreHelp":    "A year, a month or a day will do for a date.",
	"verifyIntro": "Paste the words you are going to cite and see whether they were printed so, who said them and where.", "words": "Words to check",
	"wordsHint": "an ellipsis (……) stands for words left out", "bySpeaker": "Speaker (optional)", "verifyButton": "Check",
	"nothingToVerify": "Fill in the words to check: a letter or a digit at least.",
	"tooLongToVerify": "The words and the speaker have %s characters, and 1,000 is the most. Check them in parts.",
	"noVerdictYet":    "No verdict yet", "buildingToVerify": "The index is being built and would miss what was printed; try again in a while.", "tryAgain": "Try again",
	"tooSlowToVerify": "The check took too long and was stopped. Try again later, or check one sentence of it.", "cannotVerify": "Cannot be checked",
	"verbatim": "Printed so, to the letter", "verbatimAdvice": "There is a quotation with exactly these words.", "normalised": "The same words",
	"normalisedAdvice": "Only punctuation, blanks, script, case or width differ. Cite it as it was printed.", "part": "Part of a longer quotation",
	"partAdvice":          "More was printed. Read what stands before and after the marked part before you cite it alone.",
	"altered":             "Not quite what was printed",
	"alteredAdvice":       "The nearest quotation differs from these words, or only a part of them was printed. See the difference, and cite what was printed.",
	"somebody-else":       "Said by somebody else",
	"somebody-elseAdvice": "There is such a quotation, or one much like it, but print names another speaker. See where it stands.",
	"outside-quote":       "In an article, but no quotation",
	"outside-quoteAdvice": "These words, or words very near them, stand in the text of an article and are nobody's quotation. Do not cite them as somebody's words.",
	"not-found":           "Not found",
	"not-foundAdvice":     "Neither these words nor any like them are here. That does not mean nobody said them: the article may be missing.",
	"isVerbatim":          "to the letter", "isNormalised": "but for punctuation, script or the like", "isPart": "within longer words",
	"isTrimmed": "only a part was printed", "isAltered": "the words differ", "otherSpeaker": "another speaker",
	"inArticle": "text of an article, no quotation", "difference": "Difference", "goneHere": "removed: ", "newHere": "added: ", "endMark": "; ",
	"legend": "Words struck through were not printed; words underlined are what was printed.", "similar": "The same or nearly the same words",
	"similarLegend": "Words struck through are not there; words underlined are there alone.", "noSimilar": "No other quotation is like it.",
	"similarSlow": "The search for similar quotations took too long and was stopped.", "thisQuote": "This quotation", "matches": "Where it was printed",
	"searchInstead": "Search instead", "speaker-in-doubt": "Who said it is in doubt",
	"speaker-in-doubtAdvice": "The words were printed, but the article leaves open who said them; the one named is only one of those who may have. Look at the text before you cite them.",
	"quoteGone":              "The quote this address names is no longer here: the article was read again since. See the quotes there are now.",
	"whoIsInDoubt":           "The speaker is in doubt: the article does not make plain who said it. Look at the text before you cite.",
	"inDoubt":                "The speaker is in doubt: it may be ", "perhaps": "or perhaps %s", "together": "together with %s", "or": "、", "then": ", ", "with": "Said together with ", "saidSo": ".", "lookFirst": "; look at the text before you cite.",
	"dates": "Dates", "printed": "In print", "means": "Means", "fromPublication": "counted from the day of publication",
	"fromSentence": "counted from a date printed before", "fromText": "counted from the latest year in the text",
}
