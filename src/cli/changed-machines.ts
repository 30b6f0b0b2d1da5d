import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../asl/user-error.js'
import { walkStates } from '../asl/walk.js'
import type { MachineSource } from '../iac/machine-source.js'
import type { Io } from './io.js'

/**
 * Tells whether one of some files differs from what git has under a name, or is not in git yet. UserError where git does not
 * answer.
 */
export function changedFiles(ref: string, io: Io): (files: readonly string[]) => boolean {
  const ask = (args: readonly string[]): readonly string[] => {
    const answer = ref.startsWith('-') ? undefined : io.git?.(args)
    if (answer === undefined) {
      throw new UserError('usage', `--changed=${ref}: git does not know what changed since then`, {
        hint: 'it needs a work tree of git and a name of a commit, e.g. --changed=main',
      })
    }
    return answer.split('\0').filter((line) => line !== '')
  }
  const [root = ''] = ask(['rev-parse', '--show-toplevel']).map((line) => line.trimEnd())
  const paths = [
    ...ask(['diff', '--name-only', '-z', ref, '--']),
    ...ask(['-C', root, 'ls-files', '--others', '--exclude-standard', '-z']),
  ]
  const changed = new Set(paths.map((path) => join(root, path)))
  return (files) => files.some((file) => changed.has(realPath(file)))
}

/** The files that a machine was read from: its template, and the files with parts of its definition. */
export function filesOfMachine({ file, declaredAt, locate, definition }: MachineSource): readonly string[] {
  const parts = [...walkStates(definition)].flatMap(({ pointer }) => locate(pointer)?.file ?? [])
  return [...new Set([file, declaredAt.file, ...parts])]
}

function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
