import { describe, expect, it } from 'vitest'
import { inferPairs } from '../../../src/verify/compensation-pairs.js'
import { lambdaTask } from './factory.js'

function pairsOf(...names: readonly string[]): readonly string[] {
  const States = Object.fromEntries(names.map((name) => [name, lambdaTask()]))
  return inferPairs({ StartAt: names[0], States }).map(({ does, undoes }) => `${does}/${undoes}`)
}

describe('pairs of states that undo one another', () => {
  it.each([
    [['ReserveStock', 'ReleaseStock'], 'ReserveStock/ReleaseStock'],
    [['Charge card', 'Refund'], 'Charge card/Refund'],
    [['create_order', 'delete_order'], 'create_order/delete_order'],
    [['BookHotel', 'BookFlight', 'CancelFlight', 'CancelHotel'], 'BookHotel/CancelHotel BookFlight/CancelFlight'],
    [['Lock', 'Unlock'], 'Lock/Unlock'],
  ])('are told by their names: %j', (names, expected) => {
    expect(pairsOf(...names).join(' ')).toBe(expected)
  })

  it.each([
    [['ReserveStock', 'ReleaseSeats']],
    [['Charge', 'Notify']],
    [['Refund', 'Charged']],
    [['Release', 'Delete']],
  ])('are not seen in %j', (names) => {
    expect(pairsOf(...names)).toEqual([])
  })

  it('pairs each state once', () => {
    expect(pairsOf('Charge', 'ChargeAgain', 'Refund')).toEqual(['Charge/Refund'])
  })

  it('are told by actions on one table or bucket', () => {
    const call = (action: string, TableName: string) => ({
      Type: 'Task',
      Resource: `arn:aws:states:::dynamodb:${action}`,
      Parameters: { TableName },
      End: true,
    })
    const States = {
      Keep: call('putItem', 'orders'),
      Drop: call('deleteItem', 'orders'),
      Other: call('deleteItem', 'x'),
    }
    expect(inferPairs({ StartAt: 'Keep', States })).toEqual([{ does: 'Keep', undoes: 'Drop' }])
  })

  it('are looked for in any definition, and found in none that is malformed', () => {
    expect([inferPairs(undefined), inferPairs([]), inferPairs({ States: { A: 1 } })]).toEqual([[], [], []])
  })
})
