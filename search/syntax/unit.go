package syntax

import (
	"slices"
	"strings"
	"unicode"
)

// units are those that tell a figure from a word: 超百人 is one, 超一线 is not. Where a
// comparison is typed (装机>5GWp) anything may be a unit.
// Source: general knowledge of currencies, SI and customary Chinese measures and
// classifiers. Written for this project. Licence: as the project. Date: 2026-11-25.
var units = listed(`
元 块 美元 欧元 日元 港元 港币 英镑 韩元 卢布 人民币 元人民币 澳元 加元 新台币 元/吨 元/股 美元/桶
% ‰ 个百分点 百分点 个基点 基点 bp 倍 成 折 番
人 名 位 人次 户 口 岁 人/平方公里
米 千米 公里 海里 厘米 毫米 微米 纳米 光年 km m cm mm μm nm 公里/小时 km/h
平方米 平方公里 平方千米 公顷 亩 平米 立方米 立方 方 升 毫升 ㎡ ㎥ m2 m3 km2 m² m³ km²
吨 公斤 千克 克 毫克 斤 两 kg g mg t 吨级 标准箱 箱 TEU 桶 蒲式耳 盎司
度 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 吉瓦时 瓦 伏 千伏 kW MW GW kWh MWh GWh TWh kV V W ℃ 摄氏度 ° °C
赫兹 Hz kHz MHz GHz 帕 千帕 百帕 兆帕 分贝 dB 马力 字节 KB MB GB TB PB
年 个月 月 周 天 日 小时 个小时 分钟 秒 毫秒 个工作日 个交易日
个 家 只 支 条 台 辆 架 艘 列 套 座 栋 间 所 处 块 片 张 幅 本 册 部 篇 首 份 封 件 项 种 类 批 组 对 双 次 场 起 宗
笔 单 股 手 票 回 轮 趟 例 枚 头 匹 棵 株 粒 台套 台次 架次 车次 班次 航班 床 张床位 个床位 级 点 分 平 米/秒 毫克/升
`)

// listed gives a set of words. Units are looked up simplified; their case is kept, for 5g is no
// 5G.
func listed(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// signed are the units of numbers that are printed with a minus: -5℃.
var signed = listed("℃ °C ° 度 摄氏度 % ‰ 个百分点 百分点")

// longestUnit bounds a unit, in code points.
const longestUnit = 8

// vague are ends that belong to no unit: 5亿元左右.
var vague = []string{"左右", "以上", "以下", "以内", "上下"}

// isUnit tells whether what stands behind a compared number may be its unit:
// 元/吨, GWh, m2, %. Digits and numerals may not begin it: they were no number.
func isUnit(unit string) bool {
	n, before := 0, rune(0)
	for _, r := range unit {
		ok := unicode.IsLetter(r) || strings.ContainsRune("%‰°℃℉㎡㎥²³μΩ¥$€£", r) ||
			before != 0 && strings.ContainsRune("/·", r) ||
			before != 0 && isDigit(r) && before < unicode.MaxASCII && unicode.IsLetter(before)
		if n++; !ok || n > longestUnit {
			return false
		}
		before = r
	}
	return !slices.ContainsFunc(vague, func(end string) bool { return strings.HasSuffix(unit, end) })
}
