import { describe, expect, it } from 'vitest'
import { terminalColour } from '../../../src/report/colour.js'
import { type Matrix, matrixJson, matrixOf } from '../../../src/report/matrix.js'
import { printMatrix } from '../../../src/report/matrix-text.js'
import type { ShownOutcome } from '../../../src/report/outcome-style.js'

const STATES = [
  'Validate',
  'ChargeCustomer',
  'ChargeCustomerAgain',
  'Ship',
  'Notify',
  'StoreOrder',
  'Archive',
  'Refund',
]

const cells = (...named: readonly (readonly [string, ShownOutcome, ShownOutcome])[]) =>
  new Map(named.map(([state, once, always]) => [state, [once, always]]))

const matrix: Matrix = {
  states: STATES,
  times: ['once', 'always'],
  rows: [
    {
      fault: 'lambda-oom',
      cells: cells(
        ['Validate', 'unhandled', 'unhandled'],
        ['ChargeCustomer', 'recovered', 'caught'],
        ['ChargeCustomerAgain', 'recovered', 'unhandled'],
        ['Refund', 'missed', 'missed'],
      ),
    },
    { fault: 'ddb-throttling-on-demand', cells: cells(['StoreOrder', 'recovered', 'unhandled']) },
    { fault: 's3-slowdown', cells: cells(['Archive', 'caught', 'caught']) },
    {
      fault: 'slow-response-with-a-name-that-is-far-too-long',
      cells: cells(['Ship', 'absorbed', 'absorbed'], ['Notify', 'unnoticed', 'unhandled']),
    },
  ],
}

const printed = (columns: number): string =>
  `\n${printMatrix(matrix, { colour: terminalColour(false), columns }).join('\n')}\n`

describe('the matrix of faults and states', () => {
  it('fits 80 columns: states that do not fit come in a block below', () => {
    expect(printed(80)).toMatchInlineSnapshot(`
      "
                                            Validate  ChargeC~  Charge~2  Ship  Notify
      lambda-oom                            UU        RC        RU
      slow-response-with-a-name-that-is-f~                                AA    NU

                                StoreOr~  Archive  Refund
      lambda-oom                                   --
      ddb-throttling-on-demand  RU
      s3-slowdown                         CC

      R recovered by a retry; C caught; A absorbed: no error, and it ended well
      N unnoticed: it ended well, with another output; - missed: never reached
      U unhandled; letters of a cell: struck once, always
      ChargeC~ is ChargeCustomer; Charge~2 is ChargeCustomerAgain
      StoreOr~ is StoreOrder
      "
    `)
  })

  it('fits 120 columns', () => {
    expect(printed(120)).toMatchInlineSnapshot(`
      "
                                            Validate  ChargeC~  Charge~2  Ship  Notify  StoreOr~  Archive  Refund
      lambda-oom                            UU        RC        RU                                         --
      ddb-throttling-on-demand                                                          RU
      s3-slowdown                                                                                 CC
      slow-response-with-a-name-that-is-f~                                AA    NU

      R recovered by a retry; C caught; A absorbed: no error, and it ended well
      N unnoticed: it ended well, with another output; - missed: never reached; U unhandled
      letters of a cell: struck once, always
      ChargeC~ is ChargeCustomer; Charge~2 is ChargeCustomerAgain; StoreOr~ is StoreOrder
      "
    `)
  })

  it.each([60, 80, 100, 120])('has no line over %i characters', (columns) => {
    const longest = Math.max(
      ...printed(columns)
        .split('\n')
        .map((line) => line.length),
    )
    expect(longest).toBeLessThanOrEqual(columns)
  })

  it('is made of the strikes, in the order of the states, and without pairs', () => {
    const changes = { twice: [], left: [] }
    const strike = { struck: 1, error: undefined, cause: undefined, changes, isSameOutput: true, run: {} as never }
    const fate = { outcome: 'recovered', handler: undefined, failedAfterwards: false } as const
    const made = matrixOf(
      [
        { ...strike, state: 'B', fault: 'f', times: 'once', fate },
        { ...strike, state: 'A', fault: 'f', times: 'always', fate: undefined },
        { ...strike, state: 'A', fault: 'f', times: 'always', fate, second: { state: 'B', fault: 'g' } },
        { ...strike, state: 'C.1..2', fault: 'g', times: 'asked', fate },
      ],
      ['A', 'B', 'C'],
    )
    expect(matrixJson(made)).toEqual({
      states: ['A', 'B', 'C.1..2'],
      rows: [
        { fault: 'f', cells: { A: { always: 'missed' }, B: { once: 'recovered' } } },
        { fault: 'g', cells: { 'C.1..2': { asked: 'recovered' } } },
      ],
    })
  })
})
