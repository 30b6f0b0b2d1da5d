import { describe, expect, it } from 'vitest'
import { containersOf, walkMachines, walkStates } from '../../../src/asl/walk.js'

const machine = {
  StartAt: 'P',
  States: {
    P: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'B0', States: { B0: { Type: 'Pass', End: true } } },
        {
          StartAt: 'M',
          States: {
            M: {
              Type: 'Map',
              ItemProcessor: { StartAt: 'I/1', States: { 'I/1': { Type: 'Pass', End: true } } },
              End: true,
            },
          },
        },
      ],
      Next: 'Old',
    },
    Old: { Type: 'Map', Iterator: { StartAt: 'X', States: { X: { Type: 'Pass', End: true } } }, End: true },
  },
}

describe('walkStates', () => {
  it('visits every state in document order, each container before its inside', () => {
    expect([...walkStates(machine)].map((state) => [state.pointer, containersOf(state).join('>')])).toEqual([
      ['/States/P', ''],
      ['/States/P/Branches/0/States/B0', 'P'],
      ['/States/P/Branches/1/States/M', 'P'],
      ['/States/P/Branches/1/States/M/ItemProcessor/States/I~11', 'P>M'],
      ['/States/Old', ''],
      ['/States/Old/Iterator/States/X', 'Old'],
    ])
  })

  it('tells the machine a state is in', () => {
    const inner = [...walkStates(machine)].find((state) => state.name === 'X')
    expect(inner?.machine.pointer).toBe('/States/Old/Iterator')
    expect(inner?.machine.definition).toBe(machine.States.Old.Iterator)
  })

  it('skips what is malformed', () => {
    const malformed = {
      States: {
        QueryLanguage: 'JSONata',
        Null: null,
        P: { Type: 'Parallel', Branches: { States: {} } },
        Q: { Type: 'Parallel', Branches: [1, { States: [] }, null] },
        M: { Type: 'Map', ItemProcessor: 'x', Iterator: {} },
      },
    }
    expect([...walkStates(malformed)].map((state) => state.name)).toEqual(['P', 'Q', 'M'])
    for (const value of [undefined, null, 1, 'x', [], {}, { States: null }]) expect([...walkStates(value)]).toEqual([])
  })

  it('survives thousands of levels and of states', () => {
    let deep: unknown = { StartAt: 'Z', States: { Z: { Type: 'Pass' } } }
    for (let level = 0; level < 10_000; level += 1) {
      deep = { StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: deep } } }
    }
    let states = 0
    for (const _ of walkStates(deep)) states += 1
    expect(states).toBe(10_001)
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`S${index}`, { Type: 'Pass' }]))
    expect([...walkStates({ States: { P: { Type: 'Parallel', Branches: [{ States: wide }] } } })]).toHaveLength(200_001)
  })
})

it('walkMachines visits the root first, then what is inside', () => {
  expect([...walkMachines(machine)].map((found) => [found.pointer, found.within?.name])).toEqual([
    ['', undefined],
    ['/States/P/Branches/0', 'P'],
    ['/States/P/Branches/1', 'P'],
    ['/States/P/Branches/1/States/M/ItemProcessor', 'M'],
    ['/States/Old/Iterator', 'Old'],
  ])
})
