import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../../../src/asl/user-error.js'
import {
  command,
  type CommandOptions,
  splitWords,
} from '../../../../../src/harness/answering/handlers/command-handler.js'
import { machine } from '../../../../../src/harness/machines/typed-machine.js'
import type { Run } from '../../../../../src/harness/machines/run.js'
import { call } from '../../fixtures.js'

const folder = fileURLToPath(new URL('functions/', import.meta.url))
const resize = machine({ StartAt: 'Resize', States: { Resize: call('resize') } })

/** A Task that a program of Node answers. */
async function runs(program: string, options: CommandOptions = {}): Promise<Run> {
  const line = `"${process.execPath}" -e '${program}'`
  return resize.run({ input: { width: 8 }, tasks: { Resize: command(line, { timeoutSeconds: 10, ...options }) } })
}

const READ = 'const event = JSON.parse(require("fs").readFileSync(0, "utf8"));'

describe('a command that answers a Task', () => {
  it('reads the event on standard input and answers on standard output', async () => {
    const run = await runs(`${READ} console.log(JSON.stringify({ width: event.width / 2 }))`)
    expect(run.output).toEqual({ width: 4 })
  })

  it('runs in its folder, and is told of its function', async () => {
    const run = await runs(
      'const { AWS_LAMBDA_FUNCTION_NAME: name, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: mb } = process.env; console.log(JSON.stringify([name, mb, process.cwd()]))',
      { folder, memoryMb: 512 },
    )
    expect(run.output).toEqual(['resize', '512', folder.replace(/\/$/, '')])
  })

  it('that ends with a status is Runtime.ExitError with that status', async () => {
    const run = await runs('process.exit(3)')
    expect(run.error).toBe('Runtime.ExitError')
    expect(run.cause).toMatch(/"RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 3"/)
  })

  it('that is killed is Runtime.ExitError with the signal, as when its memory is full', async () => {
    const run = await runs('process.kill(process.pid, "SIGKILL")')
    expect(run.error).toBe('Runtime.ExitError')
    expect(run.cause).toContain('Error: Runtime exited with error: signal: killed')
  })

  it('that says nothing exited without a reason', async () => {
    const run = await runs('')
    expect(run.cause).toContain('Error: Runtime exited without providing a reason')
  })

  it('that prints no JSON fails as a function that names no error', async () => {
    const run = await runs('console.log("hello")')
    expect(run.error).toBe('Lambda.Unknown')
    expect(run.cause).toContain('Returned payload: "hello')
  })

  it('that prints more than a function may answer is stopped', async () => {
    const run = await runs('process.stdout.write("x".repeat(7e6))')
    expect(run.error).toBe('Function.ResponseSizeTooLarge')
  })

  it('that takes too long is killed with all it started', async () => {
    const run = await runs(
      'require("child_process").spawn("sleep", ["60"], { stdio: "inherit" }); setInterval(() => 0, 1e3)',
      {
        timeoutSeconds: 0.2,
      },
    )
    expect(run.error).toBe('Sandbox.Timedout')
    expect(run.cause).toContain('Task timed out after 0.20 seconds')
  })

  it('that is not there is a mistake of the test', async () => {
    const failed = resize.run({ tasks: { Resize: command('a-program-that-is-not-there --at all') } })
    await expect(failed).rejects.toThrow(UserError)
    await expect(failed).rejects.toThrow('command a-program-that-is-not-there --at all: it cannot be started')
  })
})

describe('the words of a command', () => {
  it.each([
    ['python3 handler.py', ['python3', 'handler.py']],
    [`  "my python" -c 'print("a b")'  `, ['my python', '-c', 'print("a b")']],
    [`--name="a b"`, ['--name=a b']],
    [`run ''`, ['run', '']],
  ])('%s', (line, words) => expect(splitWords(line)).toEqual(words))

  it.each(['', '  ', 'echo "open'])('cannot be %j', (line) => expect(() => splitWords(line)).toThrow(UserError))
})
