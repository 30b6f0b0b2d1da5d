import { describe, expect, it } from 'vitest'
import { Unknown } from '../../../../src/iac/terraform/terraform-values.js'
import { evaluated, valueOf } from './evaluated.js'

describe('an expression of Terraform', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['7 % 4', 3],
    ['-2 + 5', 3],
    ['!true || 1 < 2 && 2 >= 2', true],
    ['"a" == "a"', true],
    ['[1, 2] == [1, 2]', true],
    ['{ a = 1, b = 2 } == { b = 2, a = 1 }', true],
    ['1 == "1"', false],
    ['true ? "yes" : "no"', 'yes'],
    ['false ? 1 : true ? 2 : 3', 2],
    ['1.5e3', 1500],
    ['null', null],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it('takes objects with equal signs, colons, quotes, dashes and computed names', () => {
    const text = `{
      plain = 1
      "quoted.$" : "$.a", dash-ed = 3 # a comment
      ("com" ) = 4 // another
      "in \${1 + 1}" = 5 /* and a third */
    }`
    expect(valueOf(text)).toEqual({ plain: 1, 'quoted.$': '$.a', 'dash-ed': 3, com: 4, 'in 2': 5 })
  })

  it('lets a member be named __proto__', () => {
    const value = valueOf('{ __proto__ = { polluted = true } }')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('goes through lists and objects', () => {
    expect(valueOf('[for i, v in ["a", "b"] : "${i}${v}"]')).toEqual(['0a', '1b'])
    expect(valueOf('[for v in [1, 2, 3] : v * 2 if v != 2]')).toEqual([2, 6])
    expect(valueOf('{ for k, v in { b = 2, a = 1 } : upper(k) => v }')).toEqual({ A: 1, B: 2 })
    expect(valueOf('{ for v in ["ab", "ac", "b"] : substr(v, 0, 1) => v... }')).toEqual({ a: ['ab', 'ac'], b: ['b'] })
    expect(valueOf('[for k, v in { b = 2, a = 1 } : k]')).toEqual(['a', 'b'])
  })

  it('takes members of all elements by splats', () => {
    expect(valueOf('[{ a = { b = 1 } }, { a = { b = 2 } }][*].a.b')).toEqual([1, 2])
    expect(valueOf('[{ a = [1] }, { a = [2] }].*.a')).toEqual([[1], [2]])
    expect(valueOf('[[1, 2], [3, 4]][*][1]')).toEqual([2, 4])
    expect(valueOf('values({ k = { a = 1 } })[*].a')).toEqual([1])
    expect(valueOf('null[*]')).toEqual([])
  })

  it('takes elements by number, name and the old notation', () => {
    expect(valueOf('["a", "b"][1]')).toBe('b')
    expect(valueOf('["a", "b"].1')).toBe('b')
    expect(valueOf('{ k = { l = 5 } }["k"].l')).toBe(5)
  })

  it('keeps to its line outside brackets, and not within them', () => {
    expect(valueOf('(1\n+\n2)')).toBe(3)
    expect(valueOf('[\n1,\n# two\n2,\n]')).toEqual([1, 2])
  })

  it('makes what is made of something unknown unknown, with what stands in for it', () => {
    expect(valueOf('upper(x)')).toEqual({ unknown: 'upper(x)' })
    expect(valueOf('x.a[0]["b c"]')).toEqual({ unknown: 'x.a[0]["b c"]' })
    expect(valueOf('x == "" ? "a" : "b"')).toEqual({ unknown: 'x == "" ? "a" : "b"' })
    expect(valueOf('{ a = x, b = 1 }')).toEqual({ a: 'stand-in', b: 1 })
    expect(valueOf('"-${x}-"')).toBe('-stand-in-')
    const value = evaluated('split("-", x)')
    expect(value instanceof Unknown && value.standIn).toEqual(['stand', 'in'])
  })

  it('never makes an empty text of what has no value', () => {
    expect(valueOf('"-${nowhere.to.be.seen}-"')).toBe('-nowhere.to.be.seen-')
    expect(valueOf('"${null}"')).toEqual(null)
    expect(valueOf('"-${null}-"')).toBe('-null-')
    expect(valueOf('nosuchfunction("a")')).toEqual({ unknown: 'nosuchfunction("a")' })
    expect(valueOf('{ a = 1 }["b"]')).toEqual({ unknown: '{ a = 1 }["b"]' })
  })

  it('tries one argument after the other', () => {
    expect(valueOf('try({ a = 1 }["b"], {}.c, "last")')).toBe('last')
    expect(valueOf('try(tonumber("x"), 5)')).toBe(5)
    expect(valueOf('can({ a = 1 }.b)')).toBe(false)
    expect(valueOf('can({ a = 1 }.a)')).toBe(true)
    expect(valueOf('try(file("nowhere.json"), "none")')).toBe('none')
  })

  it.each([
    ['1 +', 'main.tf:1:4: not valid Terraform: expected a value; correct the file here'],
    ['[1, 2', 'main.tf:1:6: not valid Terraform: expected "," or "]"; correct the file here'],
    ['"abc', 'main.tf:1:5: not valid Terraform: the text has no closing quote; correct the file here'],
    ['1 2', 'main.tf:1:3: not valid Terraform: expected the end of the expression, found "2"; correct the file here'],
    ['<<A\nx', 'main.tf:2:1: not valid Terraform: the heredoc has no closing A, found "x"; correct the file here'],
  ])('says of %j where it is wrong', (text, message) => {
    expect(() => valueOf(text)).toThrow(message)
  })

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['signs', `${'-'.repeat(100_000)}1`],
    ['sums', `1${'+1'.repeat(100_000)}`],
    ['templates', `${'"${'.repeat(10_000)}1${'}"'.repeat(10_000)}`],
    ['conditionals', `${'true ? '.repeat(10_000)}1`],
  ])('refuses %s without end in one line', (_, text) => {
    expect(() => valueOf(text)).toThrow(/^main\.tf:\d+:\d+: [^\n]+ more than \d+ deep[^\n]+$/)
  })

  it.each([
    ['range(1000000000)'],
    ['setproduct(range(1000), range(1000), range(1000))'],
    ['[for a in range(5000) : [for b in range(5000) : a]]'],
    ['format("%s", join("", [for a in range(10000) : join("", [for b in range(1000) : "0123456789"])]))'],
  ])('refuses %s, which makes too much', (text) => {
    expect(() => valueOf(text)).toThrow(/more than 16 MiB of values/)
  })
})
