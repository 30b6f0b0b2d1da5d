import { type Behaviour, SILENT, assumption, recorded } from './behaviour.js'

export const JSONATA: readonly Behaviour[] = [
  {
    id: 'evaluation-failed-predecessor',
    topic: 'jsonata',
    errors: ['States.QueryEvaluationError'],
    recorded:
      "EvaluationFailed points to its state's StateEntered, as the recordings of Wait of December 2024 do. Those of Pass, Task and Map of November 2024 point to what StateEntered points to; whether the date or the type of the state makes the difference is not known.",
    documented: SILENT,
    evidence: [recorded('5 executions of December 2024, 29 of November 2024'), assumption('the date does')],
    status: 'assumption',
  },
  {
    id: 'jsonata-work',
    topic: 'jsonata',
    errors: ['States.QueryEvaluationError'],
    recorded:
      'AWS ends an expression that runs too long by its clock. aslx ends it after 20,000,000 steps, so that every machine gives the same run.',
    documented: SILENT,
    evidence: [assumption('the number of steps')],
    status: 'assumption',
  },
  {
    id: 'jsonata-version',
    topic: 'jsonata',
    errors: [],
    recorded: 'What is measured fits jsonata 2.0.6. Whether AWS has changed the version since is not known.',
    documented: SILENT,
    evidence: [assumption('2.0.6')],
    status: 'unknown',
  },
]
