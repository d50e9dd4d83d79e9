package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// The shape of the word vectors.
const (
	rarest   = 5    // a word seen less often has no vector
	contexts = 3000 // the most frequent words serve as contexts
	window   = 2    // words on each side, each place apart
	columns  = 2 * window * contexts
	width    = 80 // numbers in a vector
)

// vocabulary is the words with vectors, the most frequent first.
type vocabulary struct {
	terms  []string
	places [][]int // of each term, in text
	text   []int32 // the corpus as numbers of terms; -1 for a word without vector or a paragraph's end
}

func newVocabulary(c *corpus) *vocabulary {
	counts := make([]int, len(c.words))
	for _, w := range c.text {
		counts[w]++
	}
	counts[0] = 0
	var order []int32
	for w, n := range counts {
		if n >= rarest {
			order = append(order, int32(w))
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	v := &vocabulary{text: make([]int32, len(c.text))}
	number := make([]int32, len(c.words))
	for i := range number {
		number[i] = -1
	}
	for i, w := range order {
		number[w] = int32(i)
		v.terms = append(v.terms, c.words[w])
		v.places = append(v.places, make([]int, 0, counts[w]))
	}
	for i, w := range c.text {
		n := number[w]
		v.text[i] = n
		if n >= 0 {
			v.places[n] = append(v.places[n], i)
		}
	}
	return v
}

// sparse is a matrix by rows.
type sparse struct {
	starts []int
	column []int32
	value  []float32
}

// cooccurrence counts which contexts stand at which place around each word, and
// turns counts into positive pointwise mutual information.
func cooccurrence(v *vocabulary) *sparse {
	m := &sparse{starts: []int{0}}
	count := make([]float32, columns)
	var touched []int32
	for w := range v.terms {
		touched = touched[:0]
		for _, p := range v.places[w] {
			touched = v.around(p, count, touched)
		}
		slices.Sort(touched)
		for _, c := range touched {
			m.column, m.value = append(m.column, c), append(m.value, count[c])
			count[c] = 0
		}
		m.starts = append(m.starts, len(m.column))
	}
	m.inform()
	return m
}

// around counts the contexts of a term at a place.
func (v *vocabulary) around(p int, count []float32, touched []int32) []int32 {
	for block := range 2 * window {
		k := p - 1 - block
		if block >= window {
			k = p + 1 + block - window
		}
		if k < 0 || k >= len(v.text) || v.text[k] < 0 || v.text[k] >= contexts {
			continue
		}
		c := int32(block)*contexts + v.text[k]
		if count[c] == 0 {
			touched = append(touched, c)
		}
		count[c]++
	}
	return touched
}

func (m *sparse) inform() {
	rows, cols, total := make([]float64, len(m.starts)-1), make([]float64, columns), 0.0
	for w := range rows {
		for i := m.starts[w]; i < m.starts[w+1]; i++ {
			rows[w] += float64(m.value[i])
			cols[m.column[i]] += float64(m.value[i])
		}
	}
	for c, n := range cols {
		cols[c] = math.Pow(n, 0.75) // so that rare contexts do not weigh too much
		total += cols[c]
	}
	for w := range rows {
		for i := m.starts[w]; i < m.starts[w+1]; i++ {
			pmi := math.Log(float64(m.value[i]) * total / (rows[w] * cols[m.column[i]]))
			m.value[i] = float32(max(pmi, 0))
		}
	}
}

// dense is a matrix of rows of width numbers.
type dense []float32

func (d dense) row(i int) []float32 { return d[i*width : (i+1)*width] }

func (d dense) rows() int { return len(d) / width }

// times gives m·x.
func (m *sparse) times(x dense) dense {
	out := make(dense, (len(m.starts)-1)*width)
	parallel(len(m.starts)-1, func(from, to int) {
		for w := from; w < to; w++ {
			row := out.row(w)
			for i := m.starts[w]; i < m.starts[w+1]; i++ {
				axpy(row, m.value[i], x.row(int(m.column[i])))
			}
		}
	})
	return out
}

// transposedTimes gives mᵀ·x.
func (m *sparse) transposedTimes(x dense) dense {
	out := make(dense, columns*width)
	for w := range len(m.starts) - 1 {
		row := x.row(w)
		for i := m.starts[w]; i < m.starts[w+1]; i++ {
			axpy(out.row(int(m.column[i])), m.value[i], row)
		}
	}
	return out
}

func axpy(y []float32, a float32, x []float32) {
	for i := range y {
		y[i] += a * x[i]
	}
}

// parallel runs f over two halves of n.
func parallel(n int, f func(from, to int)) {
	var wait sync.WaitGroup
	wait.Go(func() { f(0, n/2) })
	f(n/2, n)
	wait.Wait()
}

// vectors gives each word a vector of length one: a randomised singular value
// decomposition of m, left vectors times the root of the values.
func vectors(m *sparse, seed uint64) dense {
	random := rand.New(rand.NewPCG(seed, 1))
	x := make(dense, columns*width)
	for i := range x {
		x[i] = float32(random.NormFloat64())
	}
	for range 3 {
		x = m.transposedTimes(rotate(m.times(x), -1))
		x = rotate(x, -1)
	}
	y := rotate(m.times(x), -0.5)
	for i := range y.rows() {
		normalise(y.row(i))
	}
	return y
}

func normalise(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
}

// rotate turns y to its principal axes and scales each by a power of its
// length: with -1 the columns become orthonormal.
func rotate(y dense, power float64) dense {
	values, axes := eigen(gram(y))
	out := make(dense, len(y))
	for k := range width {
		scale := math.Pow(max(values[k], 1e-9), power/2)
		for i := range width {
			axes[i][k] *= scale
		}
	}
	parallel(y.rows(), func(from, to int) {
		for r := from; r < to; r++ {
			in, row := y.row(r), out.row(r)
			for i, v := range in {
				for k := range row {
					row[k] += v * float32(axes[i][k])
				}
			}
		}
	})
	return out
}

type square [width][width]float64

// gram gives yᵀ·y.
func gram(y dense) *square {
	g := new(square)
	for r := range y.rows() {
		row := y.row(r)
		for i, a := range row {
			for k := i; k < width; k++ {
				g[i][k] += float64(a) * float64(row[k])
			}
		}
	}
	for i := range width {
		for k := range i {
			g[i][k] = g[k][i]
		}
	}
	return g
}

// eigen gives the eigenvalues of a symmetric matrix and its eigenvectors as
// columns, by Jacobi's rotations.
func eigen(a *square) (values [width]float64, axes *square) {
	axes = new(square)
	for i := range width {
		axes[i][i] = 1
	}
	for range 12 {
		for p := range width {
			for q := p + 1; q < width; q++ {
				turn(a, axes, p, q)
			}
		}
	}
	for i := range width {
		values[i] = a[i][i]
	}
	return values, axes
}

// turn rotates the plane of axes p and q so that a[p][q] becomes zero.
func turn(a, axes *square, p, q int) {
	if a[p][q] == 0 {
		return
	}
	theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(t*t+1)
	s := t * c
	for i := range width {
		a[i][p], a[i][q] = c*a[i][p]-s*a[i][q], s*a[i][p]+c*a[i][q]
	}
	for i := range width {
		a[p][i], a[q][i] = c*a[p][i]-s*a[q][i], s*a[p][i]+c*a[q][i]
	}
	for i := range width {
		axes[i][p], axes[i][q] = c*axes[i][p]-s*axes[i][q], s*axes[i][p]+c*axes[i][q]
	}
}
