import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldStrikes, parseScenario, printScenario, type ScenarioString } from '../../../src/faults/scenario-string.js'

const ordinal = fc.integer({ min: 1, max: 999_999_999 })
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('ab1 []#.!~*:@;="\\\n')) }),
)
const scenario: fc.Arbitrary<ScenarioString> = fc.record(
  {
    base: fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 8, maxLength: 8 }),
    strikes: fc.array(
      fc.record(
        {
          state: text,
          items: fc.array(fc.nat(999), { maxLength: 3 }),
          visit: ordinal,
          attempt: ordinal,
          times: ordinal,
          name: text.filter((name) => name !== ''),
          args: fc.constantFrom('5s', 'cause="a;b=c)"', 'a,key={"x":[1,2]}'),
          placement: fc.constantFrom('before' as const, 'after' as const),
        },
        {
          requiredKeys: ['state', 'items', 'visit', 'attempt', 'times', 'name'],
          noNullPrototype: true,
        },
      ),
      { maxLength: 4 },
    ),
    seed: fc.maxSafeNat(),
  },
  { noNullPrototype: true },
)

const resize = { state: 'Resize', items: [], visit: 1 }
const oom = 'Runtime.ExitError'

const struck = (attempt: number, change: object = {}) => ({ ...resize, attempt, name: oom, ...change })

describe('a scenario string', () => {
  it('says that a strike goes on at every later visit', () => {
    const text = 'aslx:1;base=3f9ac01b;Lock[2]#1..=DynamoDb.DynamoDbException;seed=7'
    const { strikes } = parseScenario(text)
    expect(strikes).toEqual([
      { state: 'Lock', items: [2], visit: 1, attempt: 1, times: 1, persists: true, name: 'DynamoDb.DynamoDbException' },
    ])
    expect(printScenario({ base: '3f9ac01b', strikes, seed: 7 })).toBe(text)
    expect(() => parseScenario('aslx:1;base=3f9ac01b;Lock#1..=Boom*2;seed=7')).toThrow('cannot read')
  })

  it('names the attempts of a strike that goes on once', () => {
    const persists = { persists: true }
    expect(foldStrikes([struck(1, persists), struck(1, persists)])).toEqual([{ ...struck(1, persists), times: 1 }])
  })

  it('is read back from its own text', () => {
    fc.assert(
      fc.property(scenario, (scenario) => {
        expect(parseScenario(printScenario(scenario))).toEqual(scenario)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['aslx:1;base=3f9ac01b;seed=7', []],
    ['aslx:1;base=3f9ac01b;Resize#1=Runtime.ExitError*2;seed=7', [{ ...resize, attempt: 1, times: 2, name: oom }]],
    ['aslx:1;base=3f9ac01b;Resize#1.3=Runtime.ExitError;seed=7', [{ ...resize, attempt: 3, times: 1, name: oom }]],
    [
      'aslx:1;base=3f9ac01b;"a;b=c"[2,5]#1=Function<Errno::ENOSPC>;base#2=lambda-tmp-full*3;seed=7',
      [
        { state: 'a;b=c', items: [2, 5], visit: 1, attempt: 1, times: 1, name: 'Function<Errno::ENOSPC>' },
        { state: 'base', items: [], visit: 2, attempt: 1, times: 3, name: 'lambda-tmp-full' },
      ],
    ],
  ])('%s is canonical', (text, strikes) => {
    expect(parseScenario(text)).toEqual({ base: '3f9ac01b', strikes, seed: 7 })
    expect(printScenario({ base: '3f9ac01b', strikes, seed: 7 })).toBe(text)
  })

  it('says with which arguments and where a fault struck, unless that goes without saying', () => {
    const text = 'aslx:1;base=3f9ac01b;Ship#1=slow-response(5s)*2;Charge#1=Card.Declined(cause="a=b;c")!after;seed=7'
    const { strikes } = parseScenario(text)
    expect(strikes).toEqual([
      { state: 'Ship', items: [], visit: 1, attempt: 1, times: 2, name: 'slow-response', args: '5s' },
      {
        state: 'Charge',
        items: [],
        visit: 1,
        attempt: 1,
        times: 1,
        name: 'Card.Declined',
        args: 'cause="a=b;c"',
        placement: 'after',
      },
    ])
    expect(printScenario({ base: '3f9ac01b', strikes, seed: 7 })).toBe(text)
  })

  it('written by hand may leave out the first visit', () => {
    expect(parseScenario('aslx:1;base=3f9ac01b;Resize=Runtime.ExitError;seed=7').strikes).toEqual([
      { ...resize, attempt: 1, times: 1, name: oom },
    ])
  })

  it.each([
    ['aslx:7:Ship@1', 'usage', 'is not a scenario'],
    ['aslx:2;base=3f9ac01b;seed=7', 'unsupported', 'it knows aslx:1'],
    ['aslx:1;seed=7', 'usage', 'needs base='],
    ['aslx:1;base=3f9ac01b', 'usage', 'needs seed='],
    ['aslx:1;base=3f9ac01b;seed=99999999999999999999', 'usage', 'needs seed='],
    ['aslx:1;base=3f9ac01b;order=2,1;seed=7', 'unsupported', 'order'],
    ['aslx:1;base=3f9ac01b;Resize#1;seed=7', 'usage', 'cannot read "Resize#1"'],
    ['aslx:1;base=3f9ac01b;Res*#1=A;seed=7', 'usage', 'cannot read "Res*#1=A"'],
    ['aslx:1;base=3f9ac01b;Resize#1.1..2=A;seed=7', 'usage', 'cannot read'],
    ['aslx:1;base=3f9ac01b;Resize#1=A*0;seed=7', 'usage', 'cannot read'],
    ['aslx:1;base=3f9ac01b;Resize#1=;seed=7', 'usage', 'cannot read'],
    ['aslx:1;base=3f9ac01b;Resize#1=A=B;seed=7', 'usage', 'cannot read'],
    ['aslx:1;base=3f9ac01b;Resize#1=A(1;seed=7', 'usage', 'cannot read'],
    ['aslx:1;base=3f9ac01b;Resize#1=A!aftr;seed=7', 'usage', 'cannot read'],
    ['aslx:1;base=3f9ac01b;Resize[1/2]#1=A;seed=7', 'usage', 'cannot read'],
  ])('%s is refused', (text, kind, message) => {
    expect(() => parseScenario(text)).toThrowError(
      expect.objectContaining({ kind, message: expect.stringContaining(message) }),
    )
  })
})

describe('the strikes of a run', () => {
  it('are one where attempts of a site follow on each other, whatever came between', () => {
    const other = struck(1, { state: 'Ship' })
    expect(foldStrikes([struck(1), other, struck(2)])).toEqual([
      { ...struck(1), times: 2 },
      { ...other, times: 1 },
    ])
  })

  it('stay apart where an attempt, the visit, the item or the name differs', () => {
    const apart = [
      struck(1),
      struck(3),
      struck(1, { visit: 2 }),
      struck(1, { items: [1] }),
      struck(2, { name: 'Error' }),
      struck(3, { name: 'Error', args: '5s' }),
      struck(4, { name: 'Error', args: '5s', placement: 'after' }),
    ]
    expect(foldStrikes(apart)).toEqual(apart.map((one) => ({ ...one, times: 1 })))
  })
})
