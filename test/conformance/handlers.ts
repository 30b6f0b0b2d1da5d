import { isArray, isObject, member } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { isLambda } from '../../src/asl/resource.js'
import type { Answer, Call } from '../../src/engine/ports.js'
import type { ConformanceCase } from './case.js'
import { asText } from './recorded-event.js'

/** What a handler of the recordings does with the event it gets. */
type Handler = (event: Json) => { readonly returns: Json } | { readonly raises: JsonObject }

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['id_function.py', (event) => ({ returns: event })],
  ['raise_exception.py', () => ({ raises: SOME_EXCEPTION })],
])

/** As every recorded history of this handler shows it. */
const SOME_EXCEPTION = {
  errorMessage: 'Some exception was raised.',
  errorType: 'Exception',
  requestId: '5b7a2c31-5f0e-4a57-9a3c-0f3b0c6f6d11',
  stackTrace: [
    '  File "/var/task/handler.py", line 2, in handler\n    raise Exception("Some exception was raised.")\n',
  ],
}

/**
 * What the function a call goes to answers, where no history tells it; undefined if its handler is not known. Through
 * `lambda:invoke` the payload of an error is compact, and from the function's own ARN it comes with Python's blanks (recorded).
 */
export function answerOfHandler(call: Call, { meta, expect }: ConformanceCase): Answer | undefined {
  if (!isLambda(call.resource)) return undefined
  const { parameters, resource } = call
  const isInvoke = resource.kind === 'optimized'
  const given = isObject(parameters) ? parameters : {}
  const named = isInvoke ? asText(member(given, 'FunctionName')) : resource.arn
  const file = Object.entries(meta.lambdas ?? {}).find(([name]) => named === name || named.endsWith(`:${name}`))?.[1]
  const handler = HANDLERS.get(file ?? '')
  if (handler === undefined) return undefined
  const done = handler(isInvoke ? (member(given, 'Payload') ?? {}) : parameters)
  if ('raises' in done) {
    const cause = isInvoke ? JSON.stringify(done.raises) : withBlanks(done.raises)
    return { outcome: { failure: { error: asText(done.raises.errorType), cause } } }
  }
  return { outcome: { output: isInvoke ? invoked(done.returns, expect) : done.returns } }
}

/** What `lambda:invoke` answers. What it says of the HTTP answer is the recording's own, if the case shows it at all. */
function invoked(payload: Json, expect: JsonObject): Json {
  const shown = firstWith('SdkHttpMetadata', expect) ?? {}
  const metadata = ['SdkHttpMetadata', 'SdkResponseMetadata'].flatMap((key): [string, Json][] => {
    const value = member(shown, key)
    return value === undefined ? [] : [[key, value]]
  })
  return { ExecutedVersion: '$LATEST', Payload: payload, ...Object.fromEntries(metadata), StatusCode: 200 }
}

function firstWith(key: string, value: Json): JsonObject | undefined {
  if (isObject(value) && Object.hasOwn(value, key)) return value
  const parts = isArray(value) ? value : isObject(value) ? Object.values(value) : []
  for (const part of parts) {
    const found = firstWith(key, part)
    if (found !== undefined) return found
  }
  return undefined
}

/** JSON text as Python's `json.dumps` writes it. */
function withBlanks(value: Json): string {
  if (isArray(value)) return `[${value.map(withBlanks).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${withBlanks(item)}`)
  return `{${members.join(', ')}}`
}
