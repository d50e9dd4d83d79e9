package number

import (
	"math/big"
	"strings"

	"zhiku/store"
)

// Decimal is an exact decimal number; the zero Decimal is 0.
type Decimal struct {
	coef *big.Int // nil is 0
	exp  int      // value = coef × 10^exp
}

func newDecimal(digits string, exp int) Decimal {
	c, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return Decimal{}
	}
	return Decimal{c, exp}
}

// Int makes a Decimal of i × 10^exp.
func Int(i int64, exp int) Decimal { return Decimal{big.NewInt(i), exp} }

func (d Decimal) int() *big.Int {
	if d.coef == nil {
		return new(big.Int)
	}
	return d.coef
}

// Shift multiplies by 10^exp.
func (d Decimal) Shift(exp int) Decimal { return d.shift(exp) }

func (d Decimal) shift(exp int) Decimal { return Decimal{d.coef, d.exp + exp} }

// Neg changes the sign.
func (d Decimal) Neg() Decimal { return Decimal{new(big.Int).Neg(d.int()), d.exp} }

// Add gives d + e.
func (d Decimal) Add(e Decimal) Decimal { return d.add(e) }

func (d Decimal) add(e Decimal) Decimal {
	a, b, exp := align(d, e)
	return Decimal{new(big.Int).Add(a, b), exp}
}

// Times gives d × n.
func (d Decimal) Times(n int64) Decimal {
	return Decimal{new(big.Int).Mul(d.int(), big.NewInt(n)), d.exp}
}

// Cmp compares as big.Int does.
func (d Decimal) Cmp(e Decimal) int {
	a, b, _ := align(d, e)
	return a.Cmp(b)
}

func align(d, e Decimal) (a, b *big.Int, exp int) {
	exp = min(d.exp, e.exp)
	return scaled(d, exp), scaled(e, exp), exp
}

func scaled(d Decimal, exp int) *big.Int {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.exp-exp)), nil)
	return p.Mul(p, d.int())
}

// places are the decimals that a fraction without an end is cut to: 三分之一.
const places = 12

// Quo gives d / e, cut after twelve decimals where the division has no end. e
// must not be 0.
func (d Decimal) Quo(e Decimal) Decimal {
	a, b, _ := align(d, e)
	a = scaled(Decimal{a, 0}, -places)
	return Decimal{a.Quo(a, b), -places}
}

// Zero tells whether d is 0.
func (d Decimal) Zero() bool { return d.int().Sign() == 0 }

// Store gives d in the normal form of the store.
func (d Decimal) Store() store.Decimal {
	digits := new(big.Int).Abs(d.int()).String()
	sign := ""
	if d.int().Sign() < 0 {
		sign = "-"
	}
	if d.exp >= 0 {
		return normal(sign + digits + strings.Repeat("0", d.exp))
	}
	if pad := -d.exp - len(digits) + 1; pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	point := len(digits) + d.exp
	return normal(sign + digits[:point] + "." + digits[point:])
}

func normal(s string) store.Decimal {
	d, err := store.ParseDecimal(s)
	if err != nil {
		panic("number: " + err.Error()) // digits and one point always parse
	}
	return d
}
