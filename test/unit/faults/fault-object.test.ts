import { describe, expect, it } from 'vitest'
import { parseLocated } from '../../../src/asl/parse.js'
import { UserError } from '../../../src/asl/user-error.js'
import { fault } from '../../../src/faults/fault.js'
import { faultAsObject, faultFromObject } from '../../../src/faults/fault-object.js'
import { readScenarioFile } from '../../../src/harness/scenarios/scenario-file.js'

const read = (yaml: string) => readScenarioFile(parseLocated(`faults:\n  - ${yaml}\n`, 's.yaml'), 's.yaml').scenario

describe('a fault in a scenario file', () => {
  it('says with members what the methods say', () => {
    const written = `{ fault: oom, at: Resize, items: [2, [0, 4]], visit: 1, attempts: '1..2', placement: after, chance: 50%,
      between: [12s, 30s], nth: 12000, where: '$[?(@.size > 10)]', on: 'svc:lambda' }`
    const asked = fault('oom')
      .at('Resize')
      .item(2, [0, 4])
      .visit(1)
      .attempts(1, 2)
      .after()
      .chance(0.5)
      .between('12s', '30s')
      .nth(12_000)
      .where('$[?(@.size > 10)]')
      .on('svc:lambda')
    expect(read(written).faults).toEqual([asked])
    expect(faultFromObject(faultAsObject(asked))).toEqual(asked)
  })

  it('may have arguments, and be text', () => {
    expect(read('{ fault: error, with: { name: Card.Declined, cause: no funds } }').faults).toEqual([
      fault('error(Card.Declined, cause="no funds")'),
    ])
    expect(read('{ fault: error(Card.Declined), at: Pay, attempts: 3.. }').faults).toEqual([
      fault('error(Card.Declined)').at('Pay').attempts(3, Infinity),
    ])
    expect(read('oom@Resize.1..2').faults).toEqual(['oom@Resize.1..2'])
  })

  it.each([
    ['{ fault: oom, atempts: 1 }', 's.yaml:2:19: faults[0].atempts is no part of a fault; did you mean "attempts"?'],
    ['{ fault: ooom }', 's.yaml:2:7: faults[0].fault: there is no fault "ooom"; did you mean "oom"?'],
    ['{ fault: error }', 's.yaml:2:7: faults[0].fault: error needs its name'],
    ['{ at: Resize }', 'faults[0].fault: name a fault, e.g. fault: lambda-oom'],
    ['{ fault: oom, chance: 150% }', 's.yaml:2:19: faults[0].chance: there is no chance of 1.5'],
    ['{ fault: oom, attempts: 3..1 }', 'faults[0].attempts: there are no attempts 3 to 1'],
    ['{ fault: oom, between: [30s, 12s] }', 'faults[0].between: there is no time between 30s and 12s'],
    ['{ fault: oom, placement: later }', 'faults[0].placement: it must be before or after'],
    ['{ fault: oom, with: { x: 1 } }', 'faults[0].with: lambda-oom: it has no "x"; it takes no arguments'],
    ['{ fault: oom, on: s3 }', 'faults[0].on: cannot read "s3": write svc:s3'],
    ['{ fault: oom, where: "$..a..b" }', 'faults[0].where: cannot use the query'],
    ['{ fault: oom, items: two }', 'faults[0].items: cannot read the items "two"'],
    ['7', 's.yaml:2:5: faults[0] must be text such as "oom@Resize.1", or { fault: oom, at: Resize }'],
  ])('%s is refused in one line, with the place', (yaml, message) => {
    expect(() => read(yaml)).toThrow(message)
    expect(() => read(yaml)).toThrow(UserError)
  })
})
