import { checkDefinition } from '../../../asl/check.js'
import { isObject } from '../../../asl/json.js'
import { expressionProblems } from '../../../harness/checks/expression-problems.js'
import { problemRule } from './problem-rules.js'

/** What AWS refuses when the state machine is created. */
export const refusedDefinition = problemRule(
  {
    id: 'ASLX401',
    class: 'invalid',
    title: 'Step Functions refuses the definition',
    severity: 'error',
    why: 'AWS refuses to create or update the state machine, so that the deployment fails.',
    write: 'what the message says',
  },
  ({ machine: { definition, type } }) => {
    const checked = checkDefinition(definition, { type }).filter(({ severity }) => severity === 'error')
    return checked.length > 0 || !isObject(definition) ? checked : expressionProblems(definition, type)
  },
  ({ severity }) => severity === 'error',
)
