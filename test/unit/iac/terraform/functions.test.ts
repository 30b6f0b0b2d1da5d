import { describe, expect, it } from 'vitest'
import { filesWith } from '../temporary.js'
import { dirname } from 'node:path'
import { valueOf } from './evaluated.js'

/** Most of these are the examples of https://developer.hashicorp.com/terraform/language/functions */
const CASES: readonly (readonly [string, unknown])[] = [
  ['abs(-12.4)', 12.4],
  ['ceil(5.1)', 6],
  ['floor(4.9)', 4],
  ['max(5, 12, 9)', 12],
  ['max([5, 12, 9]...)', 12],
  ['min(12, 54, 3)', 3],
  ['parseint("FF", 16)', 255],
  ['pow(3, 2)', 9],
  ['sum([10, 13, 6])', 29],
  ['chomp("hello\\n\\n")', 'hello'],
  ['format("Hello, %s!", "Ander")', 'Hello, Ander!'],
  ['format("There are %d lights", 4)', 'There are 4 lights'],
  ['format("%05d|%-4s|%.2f|%%|%q|%v", 42, "a", 1.5, "q", [1, "b"])', '00042|a   |1.50|%|"q"|[1,"b"]'],
  ['format("%[2]s %[1]s", "a", "b")', 'b a'],
  ['formatlist("Hello, %s!", ["Valentina", "Ander"])', ['Hello, Valentina!', 'Hello, Ander!']],
  ['formatlist("%s-%s", "a", ["b", "c"])', ['a-b', 'a-c']],
  ['indent(2, "a\\nb")', 'a\n  b'],
  ['join(", ", ["foo", "bar", "baz"])', 'foo, bar, baz'],
  ['lower("HELLO")', 'hello'],
  ['upper("hello")', 'HELLO'],
  ['title("hello world")', 'Hello World'],
  ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', 'aaabbbccc'],
  ['regex("(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)", "2019-02-01")', ['2019', '02']],
  ['regex("^(?:(?P<scheme>[^:/?#]+):)?", "https://x")', { scheme: 'https' }],
  ['regexall("[a-z]", "1a2b")', ['a', 'b']],
  ['replace("1 + 2 + 3", "+", "-")', '1 - 2 - 3'],
  ['replace("hello world", "/w.*d/", "everybody")', 'hello everybody'],
  ['replace("a-b", "/(\\\\w)-(?P<l>\\\\w)/", "$l$1$${1}$$")', 'baa$'],
  ['split(",", "foo,bar,baz")', ['foo', 'bar', 'baz']],
  ['strrev("hello")', 'olleh'],
  ['substr("hello world", 1, 4)', 'ello'],
  ['substr("hello world", -5, -1)', 'world'],
  ['trim("?!hello?!", "!?")', 'hello'],
  ['trimprefix("helloworld", "hello")', 'world'],
  ['trimsuffix("helloworld", "world")', 'hello'],
  ['trimspace("  hello\\n\\n")', 'hello'],
  ['startswith("hello world", "hello")', true],
  ['endswith("hello world", "hello")', false],
  ['strcontains("hello world", "wor")', true],
  ['alltrue(["true", true])', true],
  ['anytrue([false])', false],
  ['chunklist(["a", "b", "c"], 2)', [['a', 'b'], ['c']]],
  ['coalesce("", null, "b")', 'b'],
  ['coalescelist([], ["c"])', ['c']],
  ['compact(["a", "", "b", null, "c"])', ['a', 'b', 'c']],
  ['concat(["a", ""], ["b", "c"])', ['a', '', 'b', 'c']],
  ['contains(["a", "b"], "a")', true],
  ['distinct(["a", "b", "a"])', ['a', 'b']],
  ['element(["a", "b", "c"], 4)', 'b'],
  ['flatten([["a", "b"], [], [["c"]]])', ['a', 'b', 'c']],
  ['index(["a", "b"], "b")', 1],
  ['keys({ b = 1, a = 2 })', ['a', 'b']],
  ['values({ b = 1, a = 2 })', [2, 1]],
  ['length("hello")', 5],
  ['length({ a = 1 })', 1],
  ['lookup({ a = "ay" }, "a", "what?")', 'ay'],
  ['lookup({ a = "ay" }, "c", "what?")', 'what?'],
  ['lookup({ a = { value = 1 } }, "a")', { value: 1 }],
  ['merge({ a = "b", c = "d" }, null, { c = "z" })', { a: 'b', c: 'z' }],
  ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
  ['one([])', null],
  ['range(3)', [0, 1, 2]],
  ['range(1, 4)', [1, 2, 3]],
  ['range(4, 1)', [4, 3, 2]],
  ['range(1, 8, 2)', [1, 3, 5, 7]],
  ['reverse([1, 2, 3])', [3, 2, 1]],
  ['setintersection(["a", "b"], ["b", "c"])', ['b']],
  [
    'setproduct(["a", "b"], ["c"])',
    [
      ['a', 'c'],
      ['b', 'c'],
    ],
  ],
  ['setsubtract(["a", "b"], ["b"])', ['a']],
  ['setunion(["a"], ["b", "a"])', ['a', 'b']],
  ['slice(["a", "b", "c", "d"], 1, 3)', ['b', 'c']],
  ['sort(["e", "d", "a"])', ['a', 'd', 'e']],
  ['toset(["c", "b", "b"])', ['b', 'c']],
  ['tolist(["a"])', ['a']],
  ['tomap({ a = 1 })', { a: 1 }],
  ['tostring(true)', 'true'],
  ['tonumber("12")', 12],
  ['tobool("true")', true],
  ['transpose({ a = ["1", "2"], b = ["2"] })', { 1: ['a'], 2: ['a', 'b'] }],
  ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
  ['base64encode("Hello World")', 'SGVsbG8gV29ybGQ='],
  ['base64decode("SGVsbG8gV29ybGQ=")', 'Hello World'],
  ['jsonencode({ b = "c", a = [1, null] })', '{"a":[1,null],"b":"c"}'],
  ['jsondecode("{\\"hello\\": \\"world\\"}").hello', 'world'],
  ['yamldecode("hello: [1, 2]").hello', [1, 2]],
  ['yamldecode(yamlencode({ a = 1 })).a', 1],
  ['urlencode("a b&c")', 'a+b%26c'],
  ['basename("foo/bar/baz.txt")', 'baz.txt'],
  ['dirname("foo/bar/baz.txt")', 'foo/bar'],
]

describe('the functions of Terraform', () => {
  it.each(CASES)('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it('read files and templates of the module', () => {
    const folder = dirname(
      filesWith({
        'plain.txt': 'as ${it} is',
        'list.tftpl': '%{ for n in names ~}\n[${n}]%{ endfor }',
        'loop.tftpl': '${templatefile("loop.tftpl", {})}',
      }),
    )
    expect(valueOf('file("plain.txt")', {}, folder)).toBe('as ${it} is')
    expect(valueOf('templatefile("list.tftpl", { names = ["a", "b"] })', {}, folder)).toBe('[a][b]')
    expect(valueOf('[fileexists("plain.txt"), fileexists("other.txt")]', {}, folder)).toEqual([true, false])
    expect(() => valueOf('templatefile("loop.tftpl", {})', {}, folder)).toThrow(/more than 500 deep/)
  })

  it('leave a value of a template unknown that the template is not given', () => {
    const folder = dirname(filesWith({ 't.tftpl': 'a ${missing} b' }))
    expect(valueOf('templatefile("t.tftpl", {})', {}, folder)).toBe('a missing b')
  })

  it('do not start searches that may take for ever', () => {
    for (const pattern of ['(a+)+$', '(a|a)*b', '(a?){30}a{30}', '([a-z]+)*x', '((a*)*)*', '(.*)(.*)(.*)(.*)(.*)(.*)x'])
      expect(valueOf(`replace("${'a'.repeat(2000)}", "/${pattern}/", "")`)).toMatchObject({
        unknown: expect.anything() as unknown,
      })
  })
})
