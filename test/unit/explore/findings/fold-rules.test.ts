import { describe, expect, it } from 'vitest'
import type { FindingSeverity, Place } from '../../../../src/explore/findings/finding.js'
import { foldRules } from '../../../../src/explore/findings/fold-rules.js'
import { placeOfState } from '../../../../src/explore/findings/place-of-state.js'
import type { Rule } from '../../../../src/explore/findings/rule.js'

function rule(id: string, more: Partial<Rule> = {}): Rule {
  const begin: Rule['begin'] = () => ({ places: () => [] })
  return { id, class: 'unhandled', title: '', severity: 'error', why: '', write: '', begin, tell: () => '', ...more }
}

function place(state: string, severity: FindingSeverity, ...errors: string[]): Place {
  return placeOfState({ state, pointer: `/States/${state}` }, severity, '', { errors })
}

/** `R1 A error X Y` for each place that is left. */
function told(...found: readonly { readonly rule: Rule; readonly places: readonly Place[] }[]): readonly string[] {
  return foldRules(found).flatMap(({ rule: { id }, places }) =>
    places.map(({ state, severity, errors }) => [id, state, severity, ...errors].join(' ')),
  )
}

describe('rules of one family', () => {
  const [first, second] = [rule('R1', { family: 'f' }), rule('R2', { family: 'f' })]

  it('tell of a state once, under the one with the worst severity, with the errors of both', () => {
    expect(
      told(
        { rule: first, places: [place('A', 'warning', 'X')] },
        { rule: second, places: [place('A', 'error', 'Y', 'X')] },
      ),
    ).toEqual(['R2 A error Y X'])
  })

  it('tell of it under the first, if they are equally bad', () => {
    expect(
      told({ rule: second, places: [place('A', 'error', 'Y')] }, { rule: first, places: [place('A', 'error', 'X')] }),
    ).toEqual(['R1 A error X Y'])
  })

  it('keep apart what is only worth knowing, and other states', () => {
    expect(
      told(
        { rule: first, places: [place('A', 'error', 'X'), place('B', 'error', 'X')] },
        { rule: second, places: [place('A', 'info', 'Y')] },
      ),
    ).toEqual(['R1 A error X', 'R1 B error X', 'R2 A info Y'])
  })
})

describe('a rule that yields to another', () => {
  const yielding = rule('R3', { yieldsTo: ['R4'] })

  it('is only worth knowing where that one speaks', () => {
    const places = [place('A', 'warning'), place('B', 'warning')]
    expect(told({ rule: yielding, places }, { rule: rule('R4'), places: [place('A', 'error')] })).toEqual([
      'R3 A info',
      'R3 B warning',
      'R4 A error',
    ])
  })
})
