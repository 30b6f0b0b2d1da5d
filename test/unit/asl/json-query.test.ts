import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { checkCondition, matchesCondition } from '../../../src/asl/json-query.js'

describe('a condition', () => {
  it.each([
    ['$.order.total', { order: { total: 0 } }, true],
    ['$.order.total', { order: {} }, false],
    ["$['order total']", { 'order total': 1 }, true],
    ['$[?(@.size > 10)]', { size: 12 }, true],
    ['$[?(@.size > 10)]', { size: 9 }, false],
    ['$[?(@.size > 10)]', [{ size: 9 }, { size: 12 }], true],
    ['$[?(@ > 10)]', 12, true],
    ['$[?(@ == "a")]', 'a', true],
    ['$.items[?(@.id == 7 && @.kind != "x")]', { items: [{ id: 7, kind: 'y' }] }, true],
    ["$.items[?(@.name.startsWith('a'))].id", { items: [{ name: 'ab', id: 1 }] }, true],
    ['$..id', { deep: { deeper: { id: 1 } } }, true],
    ['$.items[0:2].id', { items: [{}, { id: 1 }] }, true],
    ['$.missing[?(@.id == 1)]', {}, false],
    ['$[?(@.gone.deeper == 1)]', {}, false],
    ['$.a', 'text', false],
    ['$.a', null, false],
  ])('%s of %j is %s', (path, value, holds) => {
    expect(() => checkCondition(path)).not.toThrow()
    expect(matchesCondition(value, path)).toBe(holds)
  })

  it.each([
    ['', 'write a JSONPath'],
    ['size > 10', 'write a JSONPath'],
    ['$', 'write a JSONPath'],
    ['$.a^', 'write a JSONPath'],
    ["$['a','a']['a','a']", 'write a JSONPath'],
    ['$..a..b', 'more than one ".."'],
    [`$${'.a'.repeat(300)}`, 'longer than 500 characters'],
    ["$[?(@.a.match('(a+)+b'))]", 'may not call match()'],
    ['$[?(@.a.repeat(1000000))]', 'may not call repeat()'],
    ['$[?(@.a = 1)]', 'more than a comparison'],
    ['$[?(/(a+)+b/.test(@.a))]', 'may not call test()'],
    ["$[?(@.a['constructor'])]", 'more than a comparison'],
    ['$[?(@.a ==)]', 'cannot be read'],
  ])('%s is refused', (path, why) => {
    expect(() => checkCondition(path)).toThrow(UserError)
    expect(() => checkCondition(path)).toThrow(why)
  })
})
