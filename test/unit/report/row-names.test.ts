import { describe, expect, it } from 'vitest'
import { rowNames } from '../../../src/report/row-names.js'

describe('the names of rows', () => {
  it('stay whole where they fit', () => {
    expect(rowNames(['stack.orders.machine', 'stack.bills.machine'], 20)).toEqual([
      'stack.orders.machine',
      'stack.bills.machine',
    ])
  })

  it('lose what all have in common at both ends where one does not fit', () => {
    expect(rowNames(['module.orders.sfn.machine', 'module.bills_of_the_day.sfn.machine'], 20)).toEqual([
      'orders',
      'bills_of_the_day',
    ])
  })

  it('keep a part each, also where they are equal', () => {
    expect(rowNames(['a.b.c', 'a.b.c'], 3)).toEqual(['c', 'c'])
  })

  it('are cut in the middle, where names of a kind differ least', () => {
    expect(rowNames(['loaders_monthly_machine', 'loaders_hourly_machine_of_the_day'], 21)).toEqual([
      'loaders_m...y_machine',
      'loaders_h...f_the_day',
    ])
  })
})
