import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Json } from '../../src/asl/json.js'
import type { Finding } from './target.js'
import type { Ask, Told } from './worker.js'

/** What came of a slice or a case. */
export interface Answer {
  readonly cases: number
  readonly found?: { readonly given: Json; readonly finding: Finding }
}

type Process = ReturnType<typeof fork>

/** A process that runs cases, and is replaced by a new one when it dies or one case takes too long. */
export class Child {
  readonly #limitMs: number
  /** The one that runs, or none. */
  #processes: readonly Process[] = []

  /** `limitMs`: real time that one case may take, in ms. */
  constructor(limitMs: number) {
    this.#limitMs = limitMs
  }

  ask(ask: Ask): Promise<Answer> {
    const child = this.#processes[0] ?? this.#begin()
    return new Promise((resolve) => {
      let begun = 0
      let last = 'null'
      let stderr = ''
      const finish = (answer: Answer, broken: boolean): void => {
        clearTimeout(timer)
        child.removeAllListeners()
        child.stderr?.removeAllListeners()
        if (broken) this.#drop(child)
        resolve(answer)
      }
      const fail = (signature: string, detail: string): void =>
        finish({ cases: begun, found: { given: JSON.parse(last) as Json, finding: { signature, detail } } }, true)
      const slow = (): void => fail('a case does not end', `a case takes longer than ${this.#limitMs} ms`)
      let timer = setTimeout(slow, this.#limitMs + 20_000)
      child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()))
      child.on('exit', (code, signal) =>
        fail('the process ends', `the process ends (${signal ?? code}): ${gist(stderr)}`),
      )
      child.on('message', (told: Told) => {
        if (told.kind === 'done') return finish(told, false)
        begun += 1
        last = told.given
        clearTimeout(timer)
        timer = setTimeout(slow, this.#limitMs)
      })
      child.send(ask)
    })
  }

  stop(): void {
    for (const child of this.#processes) this.#drop(child)
  }

  #begin(): Process {
    const worker = join(import.meta.dirname, 'worker.ts')
    const child = fork(worker, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#processes = [child]
    return child
  }

  #drop(child: Process): void {
    child.kill('SIGKILL')
    this.#processes = []
  }
}

function gist(stderr: string): string {
  const line = stderr.split('\n').find((text) => /Error|FATAL|reject/i.test(text)) ?? stderr.slice(0, 300)
  return line.trim().slice(0, 300)
}
