import { expect, it } from 'vitest'
import { printMermaid } from '../../../src/report/mermaid.js'

it('a diagram has every edge, handlers with their errors, and what is inside Maps and Parallels', () => {
  const inner = { StartAt: 'In', States: { In: { Type: 'Succeed' } } }
  const States = {
    'Do "it"; now': {
      Type: 'Task',
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['Card.Declined', 'Card.Stolen'], Next: 'Stop' }],
      Next: 'Kind?',
    },
    'Kind?': { Type: 'Choice', Choices: [{ Variable: '$.kind', StringEquals: 'a', Next: 'Each' }], Default: 'Stop' },
    Each: { Type: 'Map', ItemProcessor: inner, Next: 'Both' },
    Both: { Type: 'Parallel', Branches: [inner, inner], End: true },
    Stop: { Type: 'Fail', Error: 'Stopped' },
  }
  expect(printMermaid({ StartAt: 'Do "it"; now', States })).toBe(`stateDiagram-v2
  state "Do #34;it#34;#59; now" as s1
  state "Kind?" as s2
  state "Each" as s3 {
    state "In" as s6
    [*] --> s6
    s6 --> [*]
  }
  state "Both" as s4 {
    state "In" as s7
    [*] --> s7
    s7 --> [*]
    --
    state "In" as s8
    [*] --> s8
    s8 --> [*]
  }
  state "Stop" as s5
  [*] --> s1
  s1 --> s2
  s1 --> s1: Retry States.ALL ×2
  s1 --> s5: Catch Card.Declined, Card.Stolen
  s2 --> s3: $.kind StringEquals a
  s2 --> s5: otherwise
  s3 --> s4
  s4 --> [*]
  s5 --> [*]: Fail Stopped
`)
})

it('a definition that is malformed, or nested without end, still prints', () => {
  expect(printMermaid([])).toBe('stateDiagram-v2\n')
  let nested: object = { StartAt: 'A', States: { A: { Type: 'Succeed' } } }
  for (let i = 0; i < 200; i++) nested = { StartAt: 'A', States: { A: { Type: 'Map', Iterator: nested } } }
  expect(printMermaid(nested as never)).toContain('state "A" as s50')
})
