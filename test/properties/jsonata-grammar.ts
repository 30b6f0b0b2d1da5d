/** What an expression is meant to give, so that most of what the grammar makes is meaningful; now and then it slips. */
type Kind = keyof typeof RULES

/** `draw(n)` is an integer from 0 up to, but not including, n. 0 leads to the simplest expression. */
export type Draw = (below: number) => number

/** The context value where a part stands; it decides which names mean something. */
type Item = 'none' | 'order' | 'customer' | 'number' | 'word'

interface Place {
  readonly item: Item
  readonly variables: readonly (readonly [name: string, kind: Kind])[]
}

/**
 * The grammar: texts with holes. `‹num›` is a part of that kind, `‹num @order›` one with an order as context value,
 * `‹num +v:num›` one that may use `$v`. Texts without holes come first: they are where the growth ends.
 */
const RULES = {
  int: ['0', '1', '2', '-1', '3', '10', '1.7', '$count', '$states.input.n'],
  num: [
    ...['1', '0', '-2', '2.5', '1e3', '0.1', '12345.678', '$states.input.n', '$states.input.big', '$count'],
    ...['$states.input.numbers[0]', '$states.input.orders[-1].price', '$states.result.total', '$millis()', '$random()'],
    ...['‹num› + ‹num›', '(‹num› - ‹num›)', '‹num› * ‹num›', '(‹num› / ‹num›)', '‹num› % ‹num›', '-(‹num›)'],
    ...['$sum(‹nums›)', '$max(‹nums›)', '$min(‹nums›)', '$average(‹nums›)', '$count(‹any›)', '$length(‹str›)'],
    ...['$number(‹any›)', '$abs(‹num›)', '$floor(‹num›)', '$ceil(‹num›)', '$round(‹num›)', '$round(‹num›, ‹int›)'],
    ...['$power(‹num›, ‹int›)', '$sqrt(‹num›)', '$parseInteger(‹str›, ‹intPicture›)', '$toMillis(‹date›)'],
    ...['$toMillis(‹date›, ‹datePicture›)', '$random(‹num›)', '‹num› ~> $abs', '‹nums› ~> $sum()', '‹nums›[‹int›]'],
    ...['(‹bool› ? ‹num› : ‹num›)', '($x := ‹num›; ‹num +x:num›)', 'function($p) { ‹num +p:num› }(‹num›)'],
    ...['$reduce(‹nums›, function($a, $b) { ‹num +a:num +b:num› })', '$lookup(‹obj›, ‹str›)'],
    ...['$reduce(‹nums›, function($a, $b, $i) { ‹num +a:num +b:num +i:num› }, ‹num›)'],
    ...['$single(‹nums›, function($v) { ‹bool +v:num› })', '$sum(‹objs›.(‹num @order›))', '(‹any›; ‹num›)'],
    ...['($f := function($n) { $n <= 0 ? ‹num +n:num› : $f($n - 1) }; $f(‹int›))', '$count(‹objs›[‹bool @order›])'],
  ],
  str: [
    ...['"a"', '""', '"The quick, brown fox"', "'x1y22z'", '"caf\\u00e9 😀"', '"10"', '"{\\"a\\": [1, 2]}"'],
    ...['$states.input.name', '$states.input.text', '$states.input.words[0]', '$states.context.State.Name'],
    ...['$person.name', '$states.errorOutput.Error', '$now()', '$uuid()', '$states.input.orders.id', '‹date›'],
    ...['‹any› & ‹any›', '‹str› & ‹str›', '$string(‹any›)', '$string(‹any›, true)', '$substring(‹str›, ‹int›)'],
    ...['$substring(‹str›, ‹int›, ‹int›)', '$substringBefore(‹str›, ‹str›)', '$substringAfter(‹str›, ‹str›)'],
    ...['$lowercase(‹str›)', '$uppercase(‹str›)', '$trim(‹str›)', '$pad(‹str›, ‹int›)', '$pad(‹str›, ‹int›, ‹str›)'],
    ...['$join(‹strs›)', '$join(‹strs›, ‹str›)', '$replace(‹str›, ‹pattern›, ‹str›)', '$formatBase(‹num›, ‹int›)'],
    ...['$replace(‹str›, ‹pattern›, ‹replacement›, ‹int›)', '$replace(‹str›, ‹regex›, ‹replacement›)'],
    ...['$replace(‹str›, ‹regex›, function($m) { ‹str +m:obj› })', '$formatNumber(‹num›, ‹numPicture›)'],
    ...['$formatNumber(‹num›, ‹numPicture›, {"decimal-separator": ",", "grouping-separator": "."})'],
    ...['$formatInteger(‹num›, ‹intPicture›)', '$fromMillis(‹num›)', '$fromMillis(‹num›, ‹datePicture›)'],
    ...['$fromMillis(1510067557121, ‹datePicture›, ‹zone›)', '$now(‹datePicture›, ‹zone›)', '$type(‹any›)'],
    ...['$base64encode(‹str›)', '$base64decode(‹str›)', '$encodeUrlComponent(‹str›)', '$decodeUrl(‹str›)'],
    ...['$encodeUrl(‹str›)', '$decodeUrlComponent(‹str›)', '$hash(‹any›, ‹hashName›)', '$error(‹str›)'],
    ...['(‹bool› ? ‹str› : ‹str›)', '‹str› ~> $uppercase()', '‹str› ~> $substring(‹int›)', '‹strs›[‹int›]'],
    ...['($s := ‹str›; ‹str +s:str›)', '$substring(?, ‹int›, ‹int›)(‹str›)', '(‹str›).$uppercase()', '‹any›.$string()'],
  ],
  bool: [
    ...['true', 'false', '$states.input.flag', '$exists($states.input.missing)'],
    ...['‹num› < ‹num›', '‹num› >= ‹num›', '‹str› > ‹str›', '‹any› <= ‹any›', '‹num› = ‹num›', '‹any› = ‹any›'],
    ...['‹any› != ‹any›', '‹num› in ‹nums›', '‹str› in ‹strs›', '‹any› in ‹any›', '(‹bool› and ‹bool›)'],
    ...['(‹bool› or ‹bool›)', '(‹any› and ‹any›)', '$not(‹any›)', '$boolean(‹any›)', '$exists(‹any›)'],
    ...['$contains(‹str›, ‹pattern›)', '$assert(‹bool›, ‹str›)', '(‹bool› ? ‹bool› : ‹bool›)', '(‹any› ? ‹bool›)'],
  ],
  nums: [
    ...['$states.input.numbers', '[]', '[1]', '[1..5]', '$list', '$states.input.orders.price', '[3, 1, 2]'],
    ...['$states.input.nested.$', '$states.input.**.price', '[‹num›, ‹num›]', '[‹num›]', '[‹int›..‹int›]'],
    ...['[‹nums›, ‹num›]', '[[‹num›], ‹nums›]', '$sort(‹nums›)', '$reverse(‹nums›)', '$append(‹nums›, ‹nums›)'],
    ...['$distinct(‹nums›)', '$shuffle(‹nums›)', '$range(‹int›, ‹int›, ‹int›)', '$partition(‹nums›, ‹int›)'],
    ...['$zip(‹nums›, ‹nums›)', '$zip(‹nums›, ‹nums›)[‹int›]', '‹nums›[]', '‹nums›[$ > ‹num›]', '‹nums›[[0..‹int›]]'],
    ...['(‹nums›)[‹int›]', '‹nums›^($)', '‹nums›^(>$)', '‹nums›^(‹num @number›)', '‹nums›.(‹num @number›)'],
    ...[
      '‹nums›.[‹num @number›]',
      '‹nums›.[‹num @number›, $]',
      '‹objs›.price',
      '‹objs›.(‹num @order›)',
      '‹objs›.quantity[]',
    ],
    ...[
      '$map(‹nums›, function($v) { ‹num +v:num› })',
      '$map(‹nums›, function($v, $i, $a) { ‹num +v:num +i:num +a:nums› })',
    ],
    ...[
      '$filter(‹nums›, function($v) { ‹bool +v:num› })',
      '$filter(‹nums›, function($v, $i) { ‹bool +v:num +i:num› })',
    ],
    ...['$sort(‹nums›, function($l, $r) { ‹bool +l:num +r:num› })', '$map(‹objs›, function($o) { ‹num +o:obj› })'],
    ...['$map(‹nums›, $abs)', '‹nums› ~> $map(function($v) { ‹num +v:num› })', '‹objs›[‹bool @order›].price'],
    ...['‹nums›#$i[‹bool @number +i:num›]', '‹nums›#$i.(‹num @number +i:num›)', '‹nums›@$n.(‹num +n:num›)', '‹nums›.$'],
  ],
  strs: [
    ...[
      '$states.input.words',
      '["b", "a"]',
      '$states.input.orders.id',
      '$states.input.orders.tags',
      '$states.input.one',
    ],
    ...[
      '$states.input.orders.customer.name',
      '[‹str›, ‹str›]',
      '$keys(‹obj›)',
      '$keys(‹objs›)',
      '$split(‹str›, ‹str›)',
    ],
    ...[
      '$split(‹str›, ‹pattern›, ‹int›)',
      '$split(‹str›, ‹regex›)',
      '$map(‹strs›, ‹fn›)',
      '$map(‹any›, $string)',
      '$sort(‹strs›)',
    ],
    ...['‹strs›.$uppercase()', '‹strs›.(‹str @word›)', '‹strs›^($)', '‹strs›[‹bool @word›]', '$distinct(‹strs›)'],
    ...[
      '‹objs›.id',
      '‹objs›.tags',
      '‹objs›.(‹str @order›)',
      '‹objs›.tags[0]',
      '(‹objs›.tags)[0]',
      '‹objs›.customer.name',
    ],
    ...[
      '$each(‹obj›, function($v, $k) { ‹str +v:any +k:str› })',
      '$match(‹str›, ‹regex›).match',
      '$append(‹strs›, ‹str›)',
    ],
    ...['$filter(‹strs›, function($w) { ‹bool +w:str› })', '‹objs›.customer.(‹str @customer›)', '$reverse(‹strs›)'],
  ],
  objs: [
    ...[
      '$states.input.orders',
      '[]',
      '$states.input.books',
      '$states.input.orders.customer',
      '[{"id": "z", "price": 1}]',
    ],
    ...['[‹obj›, ‹obj›]', '‹objs›[‹bool @order›]', '‹objs›[‹int›]', '‹objs›^(‹num @order›)', '‹objs›^(price)'],
    ...[
      '‹objs›^(>‹num @order›, ‹str @order›)',
      '‹objs›^(id)',
      '$reverse(‹objs›)',
      '$append(‹objs›, ‹obj›)',
      '‹objs›[]',
    ],
    ...['$sort(‹objs›, function($l, $r) { $l.price > $r.price })', '$filter(‹objs›, function($o) { ‹bool +o:obj› })'],
    ...[
      '‹objs›.customer',
      '‹objs›.{"k": ‹any @order›}',
      '‹objs›.{"k": ‹any @order›, "m": ‹num @order›}',
      '$spread(‹obj›)',
    ],
    ...['‹objs›#$p[‹bool @order +p:num›]', '‹objs›#$p.{"at": $p, "v": ‹any @order +p:num›}', '$distinct(‹objs›)'],
    ...['‹objs›@$o.{"o": ‹any +o:obj›}', '‹objs›@$o[‹bool +o:obj›].$o', '‹objs›.customer.{"n": name, "of": %.id}'],
    ...['‹objs›.tags.{"t": $, "of": %.id}', '‹objs›.customer.name.{"n": $, "p": %.%.price}', '$spread(‹objs›)'],
    ...[
      '‹objs›@$o.$states.input.books@$b[$o.id = $b.of].{"o": $o.id, "b": $b.title}',
      '‹objs›#$p^(‹num @order›).{"p": $p}',
    ],
    ...['(‹objs› ~> |$|{"price": ‹num @order›}, ["tags"]|)', '(‹objs› ~> |customer|{"k": ‹any @customer›}|)'],
    ...[
      '$match(‹str›, ‹regex›)',
      '$map(‹nums›, function($v) {{ "v": ‹any +v:num› }})',
      '$partition(‹objs›, ‹int›)',
      '‹objs›.%',
    ],
  ],
  obj: [
    ...['{}', '{"a": 1}', '$states.input.orders[0]', '$states.input', '$states.context', '$person', '$states.result'],
    ...['{"a": ‹any›}', '{"a": ‹any›, "b": ‹any›}', '{‹str›: ‹any›}', '{"a": ‹any›, ‹str›: ‹any›}', '$merge(‹objs›)'],
    ...['‹objs›{id: ‹any @order›}', '‹objs›{‹str @order›: ‹any @order›}', '‹objs›{id: $sum(price), "all": $count($)}'],
    ...[
      '‹objs›.customer{city: name}',
      '‹nums›{$string($): ‹num @number›}',
      '‹objs›#$p{id: $p}',
      '‹objs›@$o{$o.id: ‹any +o:obj›}',
    ],
    ...['$sift(‹obj›, function($v, $k) { ‹bool +v:any +k:str› })', '$sift(‹obj›, function($v) { ‹any +v:any› })'],
    ...['(‹obj› ~> |$|{"new": ‹any›}|)', '(‹obj› ~> |orders[‹bool @order›]|{"price": ‹num @order›}|)', '$clone(‹obj›)'],
    ...['(‹obj› ~> |**[price]|{"seen": true}, "id"|)', '(‹obj› ~> |customer|‹any›|)', '$parse(‹str›)', '‹objs›[‹int›]'],
    ...[
      '$merge([‹obj›, ‹obj›])',
      '($o := ‹obj›; ‹obj +o:obj›)',
      '(‹bool› ? ‹obj› : ‹obj›)',
      '‹obj›.customer',
      '‹obj›[‹any›]',
    ],
  ],
  fn: [
    ...['$uppercase', '$string', '$sum', 'function($x) { $x }', '$exists', '/a(.)/', '$nope', '$substring(?, 1)'],
    ...['function($v) { ‹any +v:any› }', 'function($v, $w) { ‹any +v:any +w:any› }', '($trim ~> $uppercase)'],
    ...[
      'function($v)<n:n> { ‹num +v:num› }',
      'function($v)<s-:s> { ‹str +v:str› }',
      '$join(?, ‹str›)',
      '$append(‹any›, ?)',
    ],
    ...['function($a)<a<n>:n> { ‹num +a:nums› }', '(‹bool› ? ‹fn› : ‹fn›)', '(‹fn› ~> ‹fn›)', '|$|{"x": ‹any›}|'],
  ],
  any: [
    ...[
      'null',
      '$states.input.missing',
      '$states.input.none',
      '()',
      '$nope',
      '$states.input.mixed',
      '$nothing',
      '$',
      '$$',
    ],
    ...[
      '$states.input.nested',
      '$states.input.tree',
      '$states.input.empty',
      '$states.input.blank',
      '$states',
      '$states.input.one',
    ],
    ...['$states.input.*', '$states.input.**', '$states.input.orders.*', '$states.input.tree.**.x', '$sum'],
    ...[
      '‹num›',
      '‹str›',
      '‹bool›',
      '‹nums›',
      '‹strs›',
      '‹objs›',
      '‹obj›',
      '[‹any›, ‹any›]',
      '[‹any›]',
      '‹any›.*',
      '‹obj›.**',
    ],
    ...[
      '‹any›[‹any›]',
      '‹any›.x',
      '‹obj›."a"',
      '‹any›[0]',
      '(‹any›)[]',
      '‹fn›(‹any›)',
      '(‹any› ~> ‹fn›)',
      '‹fn›(‹any›, ‹any›)',
    ],
    ...[
      '$map(‹any›, ‹fn›)',
      '$filter(‹any›, ‹fn›)',
      '$reduce(‹any›, ‹fn›)',
      '$single(‹any›, ‹fn›)',
      '$each(‹obj›, ‹fn›)',
    ],
    ...[
      '$append(‹any›, ‹any›)',
      '$spread(‹any›)',
      '$distinct(‹any›)',
      '$sort(‹any›)',
      '$merge(‹any›)',
      '$reverse(‹any›)',
    ],
    ...['$lookup(‹any›, ‹str›)', '$keys(‹any›)', '$zip(‹any›, ‹any›)', '(‹any› ? ‹any› : ‹any›)', '(‹any›; ‹any›)'],
    ...[
      '($y := ‹any›; ‹any +y:any›)',
      '($g := ‹fn›; $g(‹any›))',
      '‹any›.(‹any›)',
      '‹any›{"k": ‹any›}',
      '‹any›^(‹any @order›)',
    ],
    ...[
      '$eval(‹str›)',
      '$sum(‹any›)',
      '$join(‹any›)',
      '$sift(‹any›, ‹fn›)',
      '$max(‹any›)',
      '‹any›.%',
      '$error(‹any›)',
      '-(‹any›)',
    ],
  ],
  date: [
    '"2017-11-07T15:12:37.121Z"',
    '"2017-11-07"',
    '"2017-02-30"',
    '"2017-11-07 15:07"',
    '"12/31/1999"',
    '"soon"',
    '$now()',
  ],
  regex: ['/a/', '/[a-z]+/', '/(\\w)(\\d*)/', '/\\s*,\\s*/', '/O/i', '/x*/', '/^$/', '/(q)?u/', '/\\W/'],
  pattern: ['","', '"a"', '" "', '""', '/\\d+/', '/[aeiou]/', '‹regex›', '‹str›'],
  replacement: ['"-"', '"[$0]"', '"$1$2"', '"$$"', '"$9"', '"$12"', '‹str›'],
  zone: ['"+0000"', '"-0500"', '"+0530"', '"0000"', '"+1"', '‹str›'],
  hashName: ['"MD5"', '"SHA-1"', '"SHA-256"', '"SHA-512"', '"md5"'],
  numPicture: [
    '"0"',
    '"#,##0.00"',
    '"00%"',
    '"0.0e0"',
    '"#.#"',
    '"##0;(0)"',
    '"0‰"',
    '"#,##,##0"',
    '"x"',
    '"#.##.#"',
    '‹str›',
  ],
  intPicture: [
    '"0"',
    '"w"',
    '"W"',
    '"Ww;o"',
    '"I"',
    '"i"',
    '"A"',
    '"a"',
    '"000"',
    '"#,##0"',
    '"0;o"',
    '"#:#0"',
    '‹str›',
  ],
  datePicture: [
    ...[
      '"[Y]-[M]-[D]"',
      '"[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001]Z"',
      '"[h]:[m][P]"',
      '"[FNn], [D1o] [MNn] [YI]"',
    ],
    ...[
      '"[X]/[x]/[W]/[w]"',
      '"[M]/[D]/[Y]"',
      '"[Y]-[M]-[D] [H]:[m]"',
      '"[[x]] [z] [Z]"',
      '"[q]"',
      '"[Y"',
      '"[Dwo] [MN,*-3]"',
      '‹str›',
    ],
  ],
} satisfies Readonly<Record<string, readonly string[]>>

const KINDS = Object.keys(RULES) as Kind[]

/** What can be written only with a certain context value. */
const NAMES: Readonly<Record<Item, Partial<Record<Kind, readonly string[]>>>> = {
  none: {},
  order: {
    num: ['price', 'quantity', '$.price', '(price * quantity)', '%.n'],
    str: ['id', 'customer.name', 'customer.city', 'tags[0]'],
    bool: ['price > 7', 'quantity = 1', 'tags', '"b" in tags', 'customer.city = "Rome"', 'id'],
    strs: ['tags', 'customer.*'],
    obj: ['$', 'customer', '%'],
    any: ['$', 'tags', 'customer', '*', '**', 'nope', '%', '$keys($)', 'price'],
  },
  customer: { str: ['name', 'city', '%.id'], obj: ['$', '%'], any: ['name', '%.tags', '%.%', '$'], num: ['%.price'] },
  number: { num: ['$', '$ * 2', '$ - 3'], bool: ['$ > 2', '$ % 2 = 0'], any: ['$'] },
  word: { str: ['$', '$ & "!"'], bool: ['$ = "fig"', '$length($) > 3'], any: ['$'] },
}

const HOLE = /‹(\w+)((?: [@+][\w:]+)*)›/g

/** Kinds of which parts grow on their own: a slip puts one of them in the place of another. */
const SLIPS = KINDS.slice(0, KINDS.indexOf('date'))
const ONE_SLIP_IN = 24
/** A part that could grow ends at once. */
const ONE_END_IN = 4

/** An expression; `depth` is how many holes may lie in each other at most. */
export function drawExpression(draw: Draw, depth: number): string {
  return part(draw, pick(draw, SLIPS), depth, { item: 'none', variables: [] })
}

function part(draw: Draw, wanted: Kind, depth: number, place: Place): string {
  const slips = SLIPS.includes(wanted) && draw(ONE_SLIP_IN) === ONE_SLIP_IN - 1
  const kind = slips ? pick(draw, SLIPS) : wanted
  const all: readonly string[] = RULES[kind]
  const known = [
    ...(NAMES[place.item][kind] ?? []),
    ...place.variables.filter(([, type]) => type === kind || kind === 'any').map(([name]) => `$${name}`),
  ]
  const ends = all.filter((text) => !text.includes('‹'))
  const grows = depth > 0 && ends.length < all.length && draw(ONE_END_IN) > 0
  const rules = grows ? all.filter((text) => text.includes('‹')) : ends
  const text = known.length > 0 && draw(2) === 1 ? pick(draw, known) : pick(draw, rules)
  return text.replaceAll(HOLE, (_hole, inner: Kind, marks: string) =>
    part(draw, inner, depth - 1, within(place, marks)),
  )
}

function pick<T>(draw: Draw, from: readonly T[]): T {
  const picked = from[draw(from.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

function within(place: Place, marks: string): Place {
  let { item, variables } = place
  for (const mark of marks.split(' ').filter((mark) => mark !== '')) {
    if (mark.startsWith('@')) item = mark.slice(1) as Item
    else {
      const [name = '', kind = 'any'] = mark.slice(1).split(':')
      variables = [...variables, [name, kind as Kind]]
    }
  }
  return { item, variables }
}
