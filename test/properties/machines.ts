import * as fc from 'fast-check'
import type { Json } from '../../src/asl/json.js'
import { type TaskMock, fails, hangs, returns } from '../../src/tasks/script.js'

/** A small machine with a scenario under which it comes to an end, well or badly. */
export interface GeneratedCase {
  readonly definition: Json
  readonly tasks: Readonly<Record<string, TaskMock>>
  readonly input: Json
  readonly seed: number
}

type Reply = ReturnType<typeof returns>
type Fields = Readonly<Record<string, Json>>

/** A state that has no name and no neighbours yet. Targets are places in its block, counted round. */
type Node =
  | { readonly kind: 'pass'; readonly fields: Fields }
  | { readonly kind: 'wait'; readonly fields: Fields }
  | { readonly kind: 'choice'; readonly rules: readonly { readonly test: Fields; readonly target: number | 'fail' }[] }
  | { readonly kind: 'task'; readonly fields: Fields; readonly handlers: Handlers; readonly replies: readonly Reply[] }
  | { readonly kind: 'parallel'; readonly branches: readonly Nodes[]; readonly handlers: Handlers }
  | {
      readonly kind: 'map'
      readonly fields: Fields
      readonly mode: Fields
      readonly nodes: Nodes
      readonly handlers: Handlers
    }
type Nodes = readonly Node[]

interface Handlers {
  readonly retry: readonly Fields[]
  readonly catch: readonly { readonly errors: readonly string[]; readonly target: number }[]
}

const errorName = fc.constantFrom('A', 'B')
const smallValue = fc.constantFrom<Json>(0, 1, 2, 'text', null, { n: 1 }, { n: 0, deep: { list: [1, 2] } }, [])

/** States.ALL stands alone and last, as AWS demands. */
const errorLists = fc
  .tuple(fc.array(fc.constantFrom('A', 'B', 'States.Timeout', 'States.TaskFailed'), { maxLength: 2 }), fc.boolean())
  .map(([names, all]) => [...names.map((name) => [name]), ...(all ? [['States.ALL']] : [])])

const backOff = fc.record({
  IntervalSeconds: fc.integer({ min: 1, max: 3 }),
  MaxAttempts: fc.integer({ min: 0, max: 2 }),
  BackoffRate: fc.constantFrom(1, 1.5, 2),
  JitterStrategy: fc.constantFrom('NONE', 'FULL'),
})

const handlers: fc.Arbitrary<Handlers> = fc.record({
  retry: errorLists.chain((lists) =>
    fc.tuple(...lists.map((ErrorEquals) => backOff.map((fields) => ({ ErrorEquals, ...fields })))),
  ),
  catch: errorLists.chain((lists) =>
    fc.tuple(...lists.map((errors) => fc.nat(9).map((target) => ({ errors, target })))),
  ),
})

const delay = fc.constantFrom(0, 0, 0, 500, 1_000, 2_000, 3_000)
const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(smallValue, delay).map(([value, ms]) => returns(value, { delay: ms })) },
  { weight: 3, arbitrary: fc.tuple(errorName, delay).map(([error, ms]) => fails(error, { cause: 'c', delay: ms })) },
  { weight: 1, arbitrary: fc.constant(hangs()) },
)

const pass: fc.Arbitrary<Node> = fc
  .oneof(
    { weight: 4, arbitrary: smallValue.map((Result): Fields => ({ Result })) },
    {
      weight: 2,
      arbitrary: fc.constant<Fields>({
        Parameters: { 'id.$': 'States.UUID()', 'in.$': '$' },
        Assign: { 'seen.$': '$' },
      }),
    },
    { weight: 1, arbitrary: fc.constant<Fields>({ Parameters: { 'v.$': '$.missing' } }) },
    { weight: 1, arbitrary: fc.constant<Fields>({ QueryLanguage: 'JSONata', Output: { v: '{% $states.input.n %}' } }) },
  )
  .map((fields) => ({ kind: 'pass', fields }))

const wait: fc.Arbitrary<Node> = fc
  .integer({ min: 0, max: 3 })
  .map((Seconds) => ({ kind: 'wait', fields: { Seconds } }))

const choice: fc.Arbitrary<Node> = fc.record({
  kind: fc.constant('choice' as const),
  rules: fc.array(
    fc.record({
      test: fc.constantFrom<Fields>(
        { Variable: '$', IsNumeric: true },
        { Variable: '$', NumericGreaterThan: 1 },
        { Variable: '$', IsString: true },
        { Variable: '$.n', IsPresent: true },
      ),
      target: fc.oneof(fc.nat(9), fc.constant('fail' as const)),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

const task: fc.Arbitrary<Node> = fc.record({
  kind: fc.constant('task' as const),
  fields: fc.record(
    {
      TimeoutSeconds: fc.integer({ min: 1, max: 3 }),
      Resource: fc.constantFrom(
        'arn:aws:states:::aws-sdk:s3:getObject',
        'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      ),
    },
    { requiredKeys: [] },
  ),
  handlers,
  replies: fc.array(reply, { minLength: 1, maxLength: 4 }),
})

/** The states of a block, with containers nested no deeper than `depth`; `mode` is what a Map's processor says of itself. */
function nodes(depth: number, mode: fc.Arbitrary<Fields>): fc.Arbitrary<Nodes> {
  const simple: fc.WeightedArbitrary<Node>[] = [
    { weight: 2, arbitrary: pass },
    { weight: 2, arbitrary: wait },
    { weight: 2, arbitrary: choice },
    { weight: 4, arbitrary: task },
  ]
  if (depth === 0) return fc.array(fc.oneof(...simple), { minLength: 1, maxLength: 3 })
  const parallel: fc.Arbitrary<Node> = fc.record({
    kind: fc.constant('parallel' as const),
    branches: fc.array(nodes(depth - 1, mode), { minLength: 1, maxLength: 3 }),
    handlers,
  })
  const map: fc.Arbitrary<Node> = fc.record({
    kind: fc.constant('map' as const),
    fields: fc.record(
      {
        MaxConcurrency: fc.integer({ min: 0, max: 2 }),
        ItemSelector: fc.constant({ 'id.$': 'States.UUID()', 'n.$': '$$.Map.Item.Value' }),
      },
      { requiredKeys: [] },
    ),
    mode,
    nodes: nodes(depth - 1, mode),
    handlers,
  })
  return fc.array(fc.oneof(...simple, { weight: 2, arbitrary: parallel }, { weight: 2, arbitrary: map }), {
    minLength: 1,
    maxLength: 4,
  })
}

function casesWith(mode: fc.Arbitrary<Fields>): fc.Arbitrary<GeneratedCase> {
  return fc
    .record({ root: nodes(2, mode), items: fc.integer({ min: 0, max: 3 }), seed: fc.nat(1_000), limit: fc.boolean() })
    .map(({ root, items, seed, limit }) => {
      const tasks: Record<string, TaskMock> = {}
      const machine = blockOf(root, 'S', tasks)
      const definition = limit ? { ...machine, TimeoutSeconds: 7 } : machine
      return { definition, tasks, input: { items: Array.from({ length: items }, (_, index) => index) }, seed }
    })
}

/**
 * Small machines of all state types with retriers, catchers, timeouts and loops, and tasks that answer well, fail, hang
 * and take their time. A loop may be endless: run them with a low limit of history events.
 */
export const generatedCases: fc.Arbitrary<GeneratedCase> = casesWith(fc.constant({}))

const DISTRIBUTED: Fields = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } }

/** As `generatedCases`; Maps may be distributed, so that their items are executions of their own. */
export const distributedCases: fc.Arbitrary<GeneratedCase> = casesWith(fc.constantFrom({}, DISTRIBUTED, DISTRIBUTED))

/** A block: each state leads to the next, the last to a Succeed; names are unique in the machine. */
function blockOf(block: Nodes, prefix: string, tasks: Record<string, TaskMock>): Record<string, Json> {
  const names = [...block.map((_, index) => `${prefix}${index}`), `${prefix}End`]
  const nameAt = (place: number): string => names[place % names.length] ?? `${prefix}End`
  const states: Record<string, Json> = {}
  for (const [index, node] of block.entries()) {
    Object.assign(states, statesOf(node, { name: nameAt(index), next: nameAt(index + 1), nameAt, tasks }))
  }
  states[`${prefix}End`] = { Type: 'Succeed' }
  return { StartAt: nameAt(0), States: states }
}

interface Place {
  readonly name: string
  readonly next: string
  readonly nameAt: (place: number) => string
  readonly tasks: Record<string, TaskMock>
}

/** The state of a node, and the Fail state that a Choice may lead to. */
function statesOf(node: Node, place: Place): Record<string, Json> {
  const { name } = place
  const leadsToFail = node.kind === 'choice' && node.rules.some(({ target }) => target === 'fail')
  return {
    [name]: stateOf(node, place),
    ...(leadsToFail && { [`${name}Fail`]: { Type: 'Fail', Error: 'A', Cause: 'c' } }),
  }
}

function stateOf(node: Node, { name, next, nameAt, tasks }: Place): Json {
  if (node.kind === 'pass') return { Type: 'Pass', ...node.fields, Next: next }
  if (node.kind === 'wait') return { Type: 'Wait', ...node.fields, Next: next }
  if (node.kind === 'choice') {
    const nextOf = (target: number | 'fail') => (target === 'fail' ? `${name}Fail` : nameAt(target))
    return {
      Type: 'Choice',
      Choices: node.rules.map(({ test, target }) => ({ ...test, Next: nextOf(target) })),
      Default: next,
    }
  }
  const rest = { ...handlersOf(node.handlers, nameAt), Next: next }
  if (node.kind === 'task') {
    tasks[name] = [...node.replies]
    return { Type: 'Task', Resource: FUNCTION, ...node.fields, ...rest }
  }
  if (node.kind === 'parallel') {
    const Branches = node.branches.map((branch, index) => blockOf(branch, `${name}B${index}`, tasks))
    return { Type: 'Parallel', Branches, ...rest }
  }
  const ItemProcessor = { ...blockOf(node.nodes, `${name}I`, tasks), ...node.mode }
  return { Type: 'Map', ...node.fields, ItemsPath: '$$.Execution.Input.items', ItemProcessor, ...rest }
}

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f'

function handlersOf({ retry, catch: catchers }: Handlers, nameAt: Place['nameAt']): Fields {
  return {
    ...(retry.length > 0 && { Retry: retry }),
    ...(catchers.length > 0 && {
      Catch: catchers.map(({ errors, target }) => ({ ErrorEquals: errors, Next: nameAt(target) })),
    }),
  }
}
