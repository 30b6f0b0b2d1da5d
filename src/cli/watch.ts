import { type FSWatcher, watch } from 'node:fs'
import { resolve } from 'node:path'

/** What machines, suites and scenarios are written in: a report or an editor's own file that is written changes nothing. */
const SOURCE = /\.(?:json|ya?ml|tf|tfvars|tfstate|template|csv|jsonl|[cm]?[jt]s)$/i

/**
 * Waits for changes of files: each call resolves with true at the first change of a source in one of its folders since the
 * call before, after `settle`; with false if none of them can be watched. Folders below them are not looked at, nor is
 * `ignored`, a file that is written on the way.
 */
export function folderWatcher(
  settle: () => Promise<void>,
): (folders: readonly string[], ignored?: string) => Promise<boolean> {
  const watchers = new Map<string, FSWatcher>()
  const unseen = new Set<string>()
  let isChanged = false
  let wake = (): void => {}
  const note = (folder: string, name: string | null): void => {
    if (name !== null && (!SOURCE.test(name) || unseen.has(resolve(folder, name)))) return
    isChanged = true
    wake()
  }
  return async (folders, ignored) => {
    if (ignored !== undefined) unseen.add(resolve(ignored))
    for (const folder of new Set(folders)) if (!watchers.has(folder)) open(watchers, folder, note)
    if (watchers.size === 0) return false
    if (!isChanged) await new Promise<void>((changed) => (wake = changed))
    await settle()
    isChanged = false
    return true
  }
}

function open(
  watchers: Map<string, FSWatcher>,
  folder: string,
  note: (folder: string, name: string | null) => void,
): void {
  try {
    const watcher = watch(folder, (_event, name) => note(folder, name))
    watchers.set(folder, watcher)
    watcher.on('error', () => {
      watcher.close()
      watchers.delete(folder)
    })
  } catch {
    // A folder that is not there has nothing to watch.
  }
}
