package dates

// century reads 20世纪90年代, 上世纪80年代初, 九十年代 and 21世纪以来.
func (f *finder) century(i int) (Date, int) {
	first, j := f.whichCentury(i)
	n := readNumber(f.text, j)
	end := literal(f.text, n.end, "年代")
	if n.end == j || end == n.end || n.value%10 != 0 || n.value < 0 || n.value > 90 {
		return f.wholeCentury(first, i, j)
	}
	if first == 0 {
		if n.value < 30 { // of which century is open
			return Date{Precision: Span}, end
		}
		first = 1900
	}
	d := Date{Precision: Span}
	d.set(day{first + n.value, 1, 1}, day{first + n.value + 9, 12, 31})
	return d, literal(f.text, end, "初期", "初", "中期", "中后期", "末期", "末", "后期", "以来")
}

// whichCentury gives the first year of the century printed at i, as its decades
// are counted (1900), or 0.
func (f *finder) whichCentury(i int) (first, end int) {
	if end := literal(f.text, i, "上世纪", "上个世纪"); end > i {
		if f.published.known() {
			return f.published.y/100*100 - 100, end
		}
		return 1900, end
	}
	if end := literal(f.text, i, "本世纪", "新世纪"); end > i {
		return 2000, end
	}
	n := readNumber(f.text, i)
	if end := literal(f.text, n.end, "世纪"); n.end > i && end > n.end && n.value > 10 && n.value < 23 {
		return n.value*100 - 100, end
	}
	return 0, i
}

func (f *finder) wholeCentury(first, i, j int) (Date, int) {
	if j == i {
		return Date{}, i
	}
	d := Date{Precision: Span}
	if end := literal(f.text, j, "以来"); end > j {
		d.set(day{first + 1, 1, 1}, f.published)
		return d, end
	}
	d.set(day{first + 1, 1, 1}, day{first + 100, 12, 31})
	return d, literal(f.text, j, "初", "中叶", "末", "上半叶", "下半叶")
}
