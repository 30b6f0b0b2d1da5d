import { createServer } from 'node:http'

/**
 * A small stand-in for the API of Step Functions (JSON 1.0) over HTTP: `historyOf` says how an execution went, as the events of
 * GetExecutionHistory. It hands them out in pages of a few, and is still running when it is first asked.
 */
export function standIn(historyOf) {
  const machines = new Map()
  const executions = new Map()
  const asked = []
  const actions = {
    CreateStateMachine: ({ name, definition }) => {
      const stateMachineArn = `arn:aws:states:us-east-1:123456789012:stateMachine:${name}`
      machines.set(stateMachineArn, { name, definition })
      return { stateMachineArn, creationDate: 1893456000 }
    },
    StartExecution: async ({ stateMachineArn, input }) => {
      const [arn, testCase] = stateMachineArn.split('#')
      const machine = machines.get(arn)
      if (!machine) return refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
      const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${executions.size}`
      executions.set(executionArn, { polls: 0, events: await historyOf({ ...machine, input, testCase }) })
      return { executionArn, startDate: 1893456000 }
    },
    DescribeExecution: ({ executionArn }) => {
      const execution = executions.get(executionArn)
      execution.polls++
      return { executionArn, status: execution.events && execution.polls > 1 ? 'SUCCEEDED' : 'RUNNING' }
    },
    GetExecutionHistory: ({ executionArn, nextToken = '0' }) => {
      const { events } = executions.get(executionArn)
      const end = Number(nextToken) + 5
      return { events: events.slice(Number(nextToken), end), ...(end < events.length && { nextToken: String(end) }) }
    },
    StopExecution: () => ({ stopDate: 1893456000 }),
    DeleteStateMachine: ({ stateMachineArn }) => {
      machines.delete(stateMachineArn)
      return {}
    },
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const action = String(request.headers['x-amz-target'] ?? '').split('.')[1]
    if (action === undefined) return void response.writeHead(404).end()
    asked.push({ action, authorization: request.headers.authorization })
    const answer = await answerTo(actions[action], JSON.parse(body))
    const status = '__type' in answer ? 400 : 200
    return void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer))
  })
  return { server, machines, asked }
}

/** What an action answers; what it throws is the engine's refusal. */
async function answerTo(action, request) {
  try {
    return await action(request)
  } catch (error) {
    return refusal('InvalidDefinition', error.message)
  }
}

function refusal(__type, message) {
  return { __type, message }
}
