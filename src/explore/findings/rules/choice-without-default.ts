import { member } from '../../../asl/json.js'
import { proofOf, PlaceCollector } from '../place-collector.js'
import { placeOfState } from '../place-of-state.js'
import type { Proof } from '../finding.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import type { Rule } from '../rule.js'
import { ruleObjectsOf } from '../state-loops.js'

const NO_CHOICE = 'States.NoChoiceMatched'

/** A Choice over what a Task answered has no Default: another answer than those foreseen ends the execution. */
export const choiceWithoutDefault: Rule = {
  id: 'ASLX140',
  class: 'unhandled',
  title: 'A Choice without Default ends the execution with States.NoChoiceMatched',
  severity: 'warning',
  why: 'An answer that no rule foresees ends the execution with States.NoChoiceMatched, which no Catch of the Choice can take: a Choice has none.',
  write: 'a Default that leads to a Fail, or to what is right for all other answers',
  begin: (facts) => {
    const proofs = new Map<string, Proof>()
    const open = [...facts.states.values()].filter(
      (state) => isOpen(state) && !coversAll(state) && asksAnswer(facts, state),
    )
    return {
      see: (observation) => {
        const { ending } = observation
        if (ending.pointer === undefined || ending.failure?.error !== NO_CHOICE || proofs.has(ending.pointer)) return
        proofs.set(ending.pointer, proofOf(observation))
      },
      places: () => {
        const found = new PlaceCollector()
        for (const state of open) {
          const detail = 'no rule may match what a Task answers, and there is no Default'
          const proof = proofs.get(state.pointer)
          found.add(placeOfState(state, 'warning', detail, { errors: [NO_CHOICE], kinds: ['data'], proof }))
        }
        return found.places()
      },
    }
  },
  tell: () => 'no Default: an answer that no rule foresees ends the execution with States.NoChoiceMatched',
}

function isOpen({ type, definition }: StateFacts): boolean {
  return type === 'Choice' && member(definition, 'Default') === undefined
}

/** A boolean and its opposite, or a value that is there or is not, leave nothing over. */
function coversAll({ definition }: StateFacts): boolean {
  const tests = ruleObjectsOf(definition).map((rule) =>
    JSON.stringify({ ...rule, Next: undefined, Comment: undefined, Assign: undefined }),
  )
  return tests.some((test) => {
    const opposite = test.includes(':true') ? test.replace(':true', ':false') : test.replace(':false', ':true')
    return opposite !== test && /"Is|"BooleanEquals"/.test(test) && tests.includes(opposite)
  })
}

/** Whether a Task stands somewhere before it, whose answer it may look at. */
function asksAnswer({ states }: MachineFacts, { container }: StateFacts): boolean {
  return [...states.values()].some((state) => state.type === 'Task' && state.container === container)
}
