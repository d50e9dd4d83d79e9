package names

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestEmployerByTheWayAPostIsPrinted(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		want          [3]string
	}{
		{"a council of the town is the employer", "市政协主席柏知秋参加调研。", [3]string{"柏知秋", "主席", "市政协"}},
		{"a committee without a place is part of the post", "省委常委、市委书记柏知秋来到社区。", [3]string{"柏知秋", "省委常委、市委书记", ""}},
		{"a centre of a firm is the body", "据岚汀咨询纺织产业中心分析师柏知秋介绍，价格会涨。", [3]string{"柏知秋", "分析师", "岚汀咨询纺织产业中心"}},
		{"two posts joined by 兼 are not divided", "青禾大学管理学院院长助理兼案例中心主任柏知秋说，好。", [3]string{"柏知秋", "院长助理兼案例中心主任", "青禾大学管理学院"}},
		{"a ward belongs to the post", "云岭山医院感染二科二病区主任柏知秋没有休息。", [3]string{"柏知秋", "感染二科二病区主任", "云岭山医院"}},
		{"记 in the second line of a headline is no part of a name", "点燃希望\n——记云岭山医院护士长柏知秋\n昨日，雨停了，路通了，车也开了。", [3]string{"柏知秋", "护士长", "云岭山医院"}},
		{"a department of a station", "云岭山站运安科工程师柏知秋介绍，车次增加了。", [3]string{"柏知秋", "运安科工程师", "云岭山站"}},
		{"该 means the last of that kind", "湖畔弗光太阳能光伏电站占地2300亩。该电站站长柏知秋说，好。", [3]string{"柏知秋", "站长", "湖畔弗光太阳能光伏电站"}},
		{"该国 means the country named last", "乌克兰病例增加。该国首席卫生官利亚列夫说，要小心。", [3]string{"利亚列夫", "首席卫生官", "乌克兰"}},
		{"a chief of something no list has", "岚澜文化首席葡萄酒顾问柏知秋说，好。", [3]string{"柏知秋", "首席葡萄酒顾问", "岚澜文化"}},
		{"a trade goes with 专家, the day before it does not", "昨日乳业专家柏知秋接受采访时说，好。", [3]string{"柏知秋", "乳业专家", ""}},
		{"what somebody does is no title", "他与岳父卫某国协商由卫某国顶替。", [3]string{"卫某国", "", ""}},
		{"a pedlar has a trade", "47岁小贩玛尔维拉说，没有生意。", [3]string{"玛尔维拉", "小贩", ""}},
		{"the headline's post is the one person's", "沂川光伏协会秘书长：价格不会下降\n\n昨日，雨停了，路通了。\n柏知秋表示，价格不会下降。柏知秋称，需求还在。", [3]string{"柏知秋", "秘书长", "沂川光伏协会"}},
		{"a plain word behind a name is no title, a listed one is", "柏知秋主任与卫某国协商。", [3]string{"柏知秋", "主任", ""}},
		{"with two persons it is nobody's", "沂川光伏协会秘书长：价格不会下降\n\n昨日，雨停了，路通了。\n柏知秋表示，价格不会下降。陆明远称，需求还在。", [3]string{"柏知秋", "", ""}},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if d := gocmp.Diff(c.want, posts(c.text)); d != "" {
				t.Errorf("%s\n%s", c.text, d)
			}
		})
	}
}

func TestWhatTheTaggerDoesNotSee(t *testing.T) {
	check(t, []nameCase{
		{"a verb of speech beside a name of three", "卫成蹊说，好。", "P 卫成蹊"},
		{"a noun that looks like one", "商业亦称贸易，高成长说明潜力大，许多人说好。", ""},
		{"no verb of speech in 碧道", "建好沂川碧道、沙面碧道等6条碧道。", ""},
		{"a name before a title is no person where one stands behind", "青德总理卫成蹊说，好。", "P 卫成蹊"},
		{"a works with a place alone is no firm", "与长春工厂、天津工厂互为犄角。", ""},
		{"a new government is no body", "德国新政府致力于合作。", ""},
		{"an editor behind a reporter's name", "沂川晚报记者：付望川编辑：柏知秋", "O 沂川晚报 | P 付望川 | P 柏知秋"},
		{"names before 记者 in an agency's bracket", "中新网南昌4月2日电(张望斌刘小岭记者王云剑)昨日，雨停了。", "O 中新网 | P 张望斌 | P 刘小岭 | P 王云剑"},
		{"a bare name between two firms of a list", "云南白药、岚九、康美药业联手签约。", "C 云南白药 | C 岚九 | C 康美药业"},
		{"a plain word between two firms", "云南白药、大学、康美药业联手签约。", "C 云南白药 | C 康美药业"},
		{"bare names before a kind of firm", "3月，岚信、2020、云南白药、3远屿等各大本地药企推出套餐。", "C 岚信 | C 2020 | C 云南白药 | C 3远屿"},
		{"and with no kind behind", "3月，岚信、2020、云南白药、3远屿等推出套餐。", "C 云南白药"},
		{"what leads to a list is no part of its first name", "目前看好岚气化、云南白药等上市公司。", "C 云南白药"},
		{"本报 behind a reporter's name", "(本报南宁4月1日电本报记者周仕明本报通讯员柏知秋)昨日，雨停了。", "P 周仕明 | P 柏知秋"},
		{"a verb behind a reporter's name", "北青报记者张月明报道，雨停了。", "O 北青报 | P 张月明"},
		{"somebody by surname behind 市民", "香港市民梁先生造访的店推出了手机。", "P 梁先生"},
	})
}
