import type { Json } from '../../../src/asl/json.js'
import { isObject, member } from '../../../src/asl/json.js'
import { type Run, type Scenario, type TaskMock, fails, hangs, returns } from '../../../src/index.js'
import { testState } from '../../../src/harness/checks/test-state/test-state.js'
import { validateDefinition } from '../../../src/harness/checks/validate-definition.js'
import type { Machine } from '../../../src/harness/machines/machine.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { EXPECTATIONS } from './expectations.js'
import { shown, unlike } from './likeness.js'
import type { MeasuredCase, MeasuredTask } from './measured-case.js'

/** How aslx differs from what was measured, in lines: none if it agrees. */
export async function differencesOf(source: MeasuredCase): Promise<readonly string[]> {
  try {
    if (source.kind === 'validate') return validated(source)
    const run = await runOf(source)
    const differences = Object.entries(source.expect).flatMap(([name, expected]) => compared(name, expected, run))
    return source.kind === 'test_state' ? [...differences, ...tested(source)] : differences
  } catch (error) {
    return [`threw ${String(error)}`]
  }
}

function compared(name: string, expected: Json, run: Run): readonly string[] {
  const expectation = Object.hasOwn(EXPECTATIONS, name) ? EXPECTATIONS[name] : undefined
  return expectation ? expectation(expected, run) : [`the runner does not know the expectation "${name}"`]
}

function runOf(source: MeasuredCase): Promise<Run> {
  const machines = Object.entries(source.machines).map(([name, definition]): [string, Machine] => {
    const child = machine(definition, { name })
    return [name, child.withDefaults({ tasks: mocksOf(source.childTasks) })]
  })
  const scenario: Scenario = {
    input: source.inputText === undefined ? source.input : (JSON.parse(source.inputText) as Json),
    ...(Object.keys(source.tasks).length > 0 && { tasks: mocksOf(source.tasks) }),
    ...(Object.keys(source.s3).length > 0 && { s3: source.s3 }),
    ...(machines.length > 0 && { machines: Object.fromEntries(machines) }),
  }
  return machine(source.definition, { name: 'parent' }).run(scenario)
}

function mocksOf(tasks: Readonly<Record<string, MeasuredTask>>): Readonly<Record<string, TaskMock>> {
  return Object.fromEntries(Object.entries(tasks).map(([state, task]) => [state, mockOf(task)]))
}

function mockOf(task: MeasuredTask): TaskMock {
  if (task === 'hangs') return hangs()
  const { error, cause, output } = task
  if (error === undefined) return returns(output ?? null)
  return cause === undefined ? fails(error) : fails(error, { cause })
}

function validated({ definition, expect }: MeasuredCase): readonly string[] {
  const { result, diagnostics } = validateDefinition(definition)
  const code = member(expect, 'code')
  const wanted = Object.entries(expect).filter(([name]) => name !== 'result')
  const found = diagnostics.some((diagnostic) =>
    wanted.every(([name, value]) => Object.entries(diagnostic).some(([key, ours]) => key === name && ours === value)),
  )
  const missing = code === undefined || found ? [] : [`no diagnostic ${shown(expect)} in ${shown(diagnostics)}`]
  return [...unlike('result', member(expect, 'result'), result), ...missing]
}

/** The same through TestState, whose causes have no prefix. */
function tested({ definition, input, expect }: MeasuredCase): readonly string[] {
  const states = isObject(definition) ? member(definition, 'States') : undefined
  const state = states !== undefined && isObject(states) ? member(states, 'E') : undefined
  const request = { ...(isObject(state) && state), QueryLanguage: 'JSONata' }
  const answer = testState({ definition: JSON.stringify(request), input: JSON.stringify(input) })
  const cause = member(expect, 'cause')
  if (typeof cause !== 'string') return []
  return unlike('cause of TestState', cause.replace(/^An error.*?\(entered at the event id #2\)\. /, ''), answer.cause)
}
