import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { type Fault, parseFault } from '../../../src/faults/fault.js'
import { faultAsObject, faultFromObject } from '../../../src/faults/fault-object.js'
import { parseScenario } from '../../../src/faults/scenario-string.js'
import { anyFault, text } from './arbitrary-fault.js'

/** How many random texts are read; the full million takes about a minute. */
const RANDOM_TEXTS = Number(process.env['ASLX_RANDOM_TEXTS'] ?? 100_000)

/** Texts that begin like faults, and go on anyhow. */
const faultLike = fc
  .tuple(
    fc.constantFrom('', 'oom', 'timeout', 'error', 'lambda-oom'),
    fc.array(
      fc.oneof(
        text,
        fc.constantFrom(
          '@',
          '@svc:',
          '@fn:',
          '@resource:',
          '@*',
          '[',
          ']',
          '[1/3]',
          '#',
          '#2',
          '.',
          '.1..2',
          '!',
          '!after',
          ':',
        ),
        fc.constantFrom(
          ':50%',
          ':0.5',
          ':3rd',
          ':"',
          ':"$.a"',
          '~',
          '~1s..',
          '*',
          '*2',
          '(',
          ')',
          '(a',
          'cause=',
          '"',
          ',',
        ),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([kind, parts]) => `${kind}${parts.join('')}`)

describe('a fault', () => {
  it('is read back from its own text, object and source', () => {
    fc.assert(
      fc.property(anyFault, (asked) => {
        const printed = String(asked)
        expect(printed).not.toMatch(/[\n\r\u2028\u2029]/)
        expect(parseFault(printed)).toEqual(asked)
        expect(faultFromObject(faultAsObject(asked))).toEqual(asked)
      }),
      { numRuns: 3000 },
    )
  })

  it('has an object that JSON can hold', () => {
    fc.assert(
      fc.property(anyFault, (asked) => {
        const written = JSON.parse(JSON.stringify(faultAsObject(asked))) as never
        expect(faultFromObject(written)).toEqual(asked)
      }),
      { numRuns: 500 },
    )
  })

  it('never makes the reader fail with anything but a UserError of one line', () => {
    fc.assert(
      fc.property(fc.oneof(text, faultLike, faultLike), (written) => {
        let read: Fault
        try {
          read = parseFault(written)
        } catch (error) {
          if (!(error instanceof UserError) || /[\n\r]/.test(error.message) || error.message.length > 1000) throw error
          return
        }
        expect(String(parseFault(String(read)))).toBe(String(read))
      }),
      { numRuns: RANDOM_TEXTS },
    )
  }, 600_000)

  it('as an object never makes the reader fail with anything but a UserError of one line', () => {
    const keys = [
      'at',
      'on',
      'items',
      'visit',
      'attempts',
      'placement',
      'chance',
      'nth',
      'where',
      'between',
      'with',
      'x',
    ]
    const written = fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.jsonValue(), text, fc.nat(9)))
    fc.assert(
      fc.property(written, (members) => {
        try {
          faultFromObject({ fault: 'oom', ...(members as Record<string, never>) })
        } catch (error) {
          if (!(error instanceof UserError) || /[\n\r]/.test(error.message)) throw error
        }
      }),
      { numRuns: 5000 },
    )
  })
})

it('a scenario never makes its reader fail with anything but a UserError of one line', () => {
  const entry = fc.oneof(
    text,
    fc.constantFrom('base=3f9ac01b', 'seed=7', 'A#1=B', 'A=B(', 'A=B(1)!after*2', 'A[1]=B*0'),
  )
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      try {
        parseScenario(['aslx:1', ...entries].join(';'))
      } catch (error) {
        if (!(error instanceof UserError) || /[\n\r]/.test(error.message)) throw error
      }
    }),
    { numRuns: 20_000 },
  )
})
