import { machine, testFileFor } from 'aslx'
import { describe, expect, it } from 'vitest'
import { orders } from '../../messages/located-runs.js'
import { lambdaTask } from '../verify/factory.js'

describe('the test file for a machine that has none', () => {
  it('mocks every Task, and tests how it goes well and every error path', () => {
    expect(testFileFor(orders, 'template.yaml#OrderFlow')).toMatchInlineSnapshot(`
      "import { errorPaths, loadMachine, returns } from 'aslx'
      import 'aslx/vitest'
      import { describe, expect, it } from 'vitest'

      const orderFlow = (await loadMachine('template.yaml#OrderFlow')).withDefaults({
        // What an execution is started with.
        input: {},
        // What each Task answers while all is well.
        tasks: {
          // arn:aws:states:::lambda:invoke
          Charge: returns({}),
          // arn:aws:states:::lambda:invoke
          Ship: returns({}),
        },
      })

      describe('OrderFlow', () => {
        it('succeeds, and does nothing twice, while all is well', async () => {
          const run = await orderFlow.run()
          expect(run).toSucceed()
          expect(run).toHaveNoDuplicates()
        })

        it.each(errorPaths(orderFlow))('%s', async (path) => {
          const { status, error, path: states } = await path.run()
          expect({ status, error, states }).toMatchSnapshot()
        })

        it('has every error path taken', async () => {
          const runs = await Promise.all(errorPaths(orderFlow).map((path) => path.run()))
          expect(orderFlow).toCoverErrorPaths(runs)
        })
      })
      "
    `)
  })

  it('escapes the names of states, whatever they are', () => {
    const States = {
      "it's": lambdaTask({ Next: 'a\nb' }),
      'a\nb': lambdaTask({ Next: 'x*/y' }),
      'x*/y': {
        Type: 'Task',
        Resource: 'arn:aws:lambda:eu-west-1:1:function:f\u2028process.exit()',
        Next: '\u2028${x}`',
      },
      '\u2028${x}`': lambdaTask({ Next: '1st' }),
      '1st': lambdaTask(),
    }
    const hostile = { name: "'); process.exit(); ('", definition: { StartAt: "it's", States } }
    const text = testFileFor(hostile, "a'b.json")
    expect(text.split('\n').filter((line) => /returns\(|describe\(|loadMachine\(|\/\/ arn/.test(line)))
      .toMatchInlineSnapshot(`
      [
        "const processExit = (await loadMachine('a\\'b.json')).withDefaults({",
        "    // arn:aws:states:::lambda:invoke",
        "    'it\\'s': returns({}),",
        "    // arn:aws:states:::lambda:invoke",
        "    'a\\nb': returns({}),",
        "    // arn:aws:lambda:eu-west-1:1:function:f\\u2028process.exit()",
        "    'x*/y': returns({}),",
        "    // arn:aws:states:::lambda:invoke",
        "    '\\u2028\${x}\`': returns({}),",
        "    // arn:aws:states:::lambda:invoke",
        "    '1st': returns({}),",
        "describe('\\'); process.exit(); (\\'', () => {",
      ]
    `)
  })

  it('keeps a state named __proto__ as a member like any other', () => {
    const definition: unknown = JSON.parse(
      '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Task","Resource":"r"}}}',
    )
    expect(testFileFor({ name: 'P', definition: definition as never }, 'p.json')).toContain(
      "['__proto__']: returns({}),",
    )
  })

  it.each([
    ['OrderFlow', 'orderFlow'],
    ['ETLFlow', 'etlFlow'],
    ['order-flow 2', 'orderFlow2'],
    ['class', 'machine'],
    ['2nd', 'machine'],
    ['Währung', 'wHrung'],
    ['expect', 'machine'],
  ])('calls the machine %s %s', (name, variable) => {
    expect(testFileFor({ name, definition: orders.definition }, 'x.json')).toContain(`\nconst ${variable} = (await`)
  })

  it('needs no mocks where nothing is called', () => {
    const still = machine({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } })
    expect(testFileFor(still, 'x.json')).not.toContain('tasks:')
    expect(testFileFor(still, 'x.json', 's.yaml')).toContain(`.withDefaults(loadScenario('s.yaml'))\n`)
  })
})
