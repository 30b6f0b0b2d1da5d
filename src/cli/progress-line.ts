import { cutTo, widthOf } from '../report/wrapped-text.js'
import { printable } from '../verify/printable.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'
import { tellProgress } from './print.js'

/** Real ms that a command may take before it says how far it is. */
const SILENT_MS = 1000

/** One line on standard error that says how far a command is, and is gone when the command ends. */
export interface ProgressLine {
  /** Writes a text over the one before, once the command has taken a while. */
  readonly show: (text: string) => void
  /** Leaves the line empty, for what is told next. */
  readonly erase: () => void
}

/** The progress of a command that begins now; none where standard error is no terminal, and with `--quiet`. */
export function progressLine(options: OptionValues, io: Io): ProgressLine {
  const { stderrColumns: columns } = io
  if (columns === undefined || options.has('quiet')) return { show: () => undefined, erase: () => undefined }
  const startMs = io.realMs()
  let shownColumns = 0
  let shown: string | undefined
  const write = (text: string): void => {
    tellProgress(io, `\r${text.padEnd(shownColumns + text.length - widthOf(text))}`)
    shownColumns = widthOf(text)
  }
  return {
    show(text) {
      if (text === shown) return
      // In the last column some terminals go on to the next line.
      if (io.realMs() - startMs <= SILENT_MS) return
      write(cutTo(printable(text), columns - 1))
      shown = text
    },
    erase() {
      shown = undefined
      if (shownColumns === 0) return
      write('')
      tellProgress(io, '\r')
    },
  }
}
