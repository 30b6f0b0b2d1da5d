import type { FaultDefinition } from '../fault-definition.js'

/** A property of executions, not of a state: `runDuplicated` of the harness plays it. */
export const expressDuplicate: FaultDefinition = {
  id: 'dup-express-at-least-once',
  title: 'An asynchronous Express execution runs twice',
  family: 'data-integrity',
  aliases: ['at-least-once'],
  targets: 'asynchronous Express executions',
  appliesTo: () => false,
  effect: { kind: 'outside', what: 'an asynchronous Express execution is started once and may run twice' },
  matchedBy: [],
  transient: false,
  sideEffect: 'happened',
  advice: 'Give an Express workflow only steps that do no harm when repeated, or run it as STANDARD.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html'],
}
