import { describe, expect, it } from 'vitest'
import { type Execution, advance, pending, signal } from '../../src/engine.js'
import { begin, drive } from '../unit/engine/drive.js'
import { SCENARIOS } from './scenarios.js'
import { toldBy } from './told.js'
import { type Trap, traps } from './trap.js'

function run({ n, definition, input: written }: Trap): Execution {
  const { answers = {}, input = written, stopAfterMs } = SCENARIOS.get(n) ?? {}
  if (stopAfterMs === undefined) return drive(definition, { input, answers })
  const x = begin(definition, { input })
  return signal(advance(x, x.nowMs + stopAfterMs), 'stop')
}

describe.skipIf(traps.length === 0)('traps (skipped where the shared corpus is absent: reference/traps.json)', () => {
  it('are all here', () => {
    expect(traps.map(({ n }) => n)).toEqual(Array.from({ length: 49 }, (_, index) => index + 1))
  })

  it.each(traps.map((trap) => [trap.n, trap.title, trap] as const))('%i. %s', (_n, _title, trap) => {
    const execution = run(trap)
    expect(toldBy(execution, trap.expect)).toEqual(trap.expect)
    expect(pending(execution)).toEqual([])
  })
})
