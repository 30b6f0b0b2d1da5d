/** Texts that do something on a screen, in the log of a CI job, in a shell or in a file's format, as soon as they come through as they are. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a line break and a command of GitHub': 'a\n::error::b',
  'a command at its start': '::error file=x::b',
  'a carriage return': 'safe\r\n::stop-commands::x',
  'escape sequences': '\u001B[2J\u001B[31mred\u001B]0;title\u0007',
  'C1 controls': 'a\u009B31m\u0085b\u008D',
  'bidi overrides': 'a\u202Eb\u2066c\u2069\u202C',
  'bidi marks': 'a\u200Eb\u200Fc\u061C',
  'line and paragraph separators': 'a\u2028::error::b\u2029c',
  'commands of old GitHub and Azure': '##[error]a ##vso[task.logissue type=error]b',
  'a shell': '$(touch aslx-was-here) `touch aslx-was-here` "$HOME" \\ !!',
  quotes: `it's "q" <b a='1'>&amp;</b> %0A {{x}} \${y}`,
  'a tab': 'a\tb',
  'half a surrogate': 'a\uD800b',
  YAML: '- &a *b: !c #d\n--- {e}',
  'a great length': 'x'.repeat(70),
}

/** All of it in names that a state can have: of at most 80 characters, with what stands before them. */
export const HOSTILE_NAMES: readonly string[] = [
  'a\n::error::b\u001B[31mc\u009B2J\u202Ed\u2066e\u200E##[error]f\u2028::g::\u0085\t\u0007',
  '::error file=x::a\r\n::stop-commands::b ##vso[task.x]',
  '$(touch aslx-was-here)`id`"$HOME" it\'s <b a="1">&amp; %0A \\ !!',
  '- &a *b: !c #d\n--- {e} \uD800 {{x}} %{y}',
  'x'.repeat(70),
]

// eslint-disable-next-line no-control-regex -- these are what is looked for
const ACTS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|\p{Cs}|##\w*\[/u

/** Lines of a printed text that would do something; `ours` are lines that may be commands. */
export function actingLines(text: string, ours: RegExp = /(?!)/): readonly string[] {
  return text
    .split('\n')
    .filter((line) => ACTS.test(line) || (/^\s*::/.test(line) && !ours.test(line)))
    .map((line) => JSON.stringify(line))
}
