import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** Writes files into a fresh folder, which is removed after the tests of the file; gives the path of the first. */
export function filesWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'aslx-iac-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return join(folder, Object.keys(files)[0] ?? '')
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The message of the error that an action throws, with the folder left out of paths. */
export function messageOf(action: () => unknown, path = ''): string {
  try {
    action()
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(`${dirname(path)}/`, '') : String(error)
  }
  return 'nothing was thrown'
}
