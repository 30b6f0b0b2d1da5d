import type { Runtime } from './fault-definition.js'

/** The error that a function's code raises, in the words of one runtime. */
export interface RaisedError {
  /** What becomes `errorType`, e.g. `OSError` or `java.io.IOException`. */
  readonly type: string
  readonly message: string
}

/** What differs when the code raises it before the handler runs. */
export interface BeforeHandler {
  /** What Python prints as `requestId`: empty while the module is imported. Default: the request's. */
  readonly pythonRequestId?: string
  /** Python has no stack to show. */
  readonly stackless?: boolean
}

/**
 * The payload of a function whose code raises an error and does not handle it, as each runtime prints it: Python puts a
 * space after `,` and `:` and adds the request id, Node calls the stack `trace`, Java and .NET differ in order.
 * Forms: recorded answers of Lambda's runtimes. The one stack frame is made up.
 */
export function raisedPayload(
  raised: Readonly<Record<Runtime, RaisedError>>,
  { pythonRequestId = '{request_id}', stackless = false }: BeforeHandler = {},
): Readonly<Record<Runtime, string>> {
  const { node, python, java, dotnet, ruby, go } = raised
  return {
    node: object(
      ['errorType', node.type],
      ['errorMessage', node.message],
      ['trace', [`${node.type}: ${node.message}`, '    at Runtime.handler (file:///var/task/index.mjs:3:9)']],
    ),
    python: spacedObject(
      ['errorMessage', python.message],
      ['errorType', python.type],
      ['requestId', pythonRequestId],
      ['stackTrace', stackless ? [] : ['  File "/var/task/handler.py", line 2, in handler\n    process(event)\n']],
    ),
    java: object(
      ['errorMessage', java.message],
      ['errorType', java.type],
      ['stackTrace', ['example.Handler.handleRequest(Handler.java:12)']],
    ),
    dotnet: object(
      ['errorType', dotnet.type],
      ['errorMessage', dotnet.message],
      ['stackTrace', ['at Example.Function.FunctionHandler(Stream input)']],
    ),
    ruby: object(
      ['errorMessage', ruby.message],
      ['errorType', ruby.type],
      ['stackTrace', ["/var/task/function.rb:2:in `handler'"]],
    ),
    go: object(['errorMessage', go.message], ['errorType', go.type]),
  }
}

/** The same error in every runtime. */
export function everyRuntime<Of>(one: Of): Readonly<Record<Runtime, Of>> {
  return { node: one, python: one, java: one, dotnet: one, ruby: one, go: one }
}

/** The payload when the platform ends the process: every runtime has the same, without a stack. */
export function killedPayload(raised: RaisedError): Readonly<Record<Runtime, string>> {
  return everyRuntime(object(['errorType', raised.type], ['errorMessage', raised.message]))
}

type Member = readonly [key: string, value: string | readonly string[]]

function object(...members: readonly Member[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`
}

function spacedObject(...members: readonly Member[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}: ${spacedValue(value)}`).join(', ')}}`
}

function spacedValue(value: string | readonly string[]): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return `[${value.map((entry) => JSON.stringify(entry)).join(', ')}]`
}
