import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { HighlightStyle, indentUnit, syntaxHighlighting, syntaxTree } from '@codemirror/language'
import { forceLinting, linter, lintGutter, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { SourceFault } from './source-fault.ts'

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--accent)' },
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
])

const look = EditorView.theme({
  '&': { fontSize: '12px', color: 'var(--ink)', backgroundColor: 'var(--bg)' },
  '&.cm-focused': {
    outline: '2px solid var(--accent)',
    outlineOffset: '-2px',
    borderRadius: '6px',
  },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6' },
  '.cm-content': { padding: '8px', caretColor: 'var(--ink)' },
  '.cm-content, .cm-gutter': { minHeight: '276px' },
  '.cm-scroller, &': { maxHeight: '60vh' },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-3)',
  },
  // The images that these come with are data URLs, which the page does not load.
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
  },
  '.cm-lint-marker-error': { content: 'none', '&::after': { content: '"●"', color: 'var(--bad)' } },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
})

/** The first place that does not parse: what comes after it follows from it. */
function syntaxFault(state: EditorState): Diagnostic | undefined {
  let found: Diagnostic | undefined
  syntaxTree(state).iterate({
    enter: ({ from, to, type }) => {
      if (type.isError)
        found ??= { from, to, severity: 'error', message: 'This does not parse as JavaScript.' }
      return found === undefined
    },
  })
  return found
}

function atItsLine({ doc }: EditorState, { line, text }: SourceFault): Diagnostic | undefined {
  if (line < 1 || line > doc.lines) return undefined
  const { from, to } = doc.line(line)
  return { from, to, severity: 'error', message: text }
}

/** An editor, and how it is told what is wrong with its text when that was run. */
export interface JavascriptEditor {
  readonly view: EditorView
  /** Until the text is changed. */
  readonly showFault: (fault: SourceFault | undefined) => void
}

/**
 * An editor of JavaScript. Tab moves on to the next control, as everywhere in the window.
 * @param root the shadow root it lives in, where its styles need no inline style element
 * @param changed called with the whole text after each change by the person
 */
export function javascriptEditor(
  parent: HTMLElement,
  root: ShadowRoot,
  { label, text, changed }: { label: string; text: string; changed: (text: string) => void },
): JavascriptEditor {
  let fault: SourceFault | undefined
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return
          fault = undefined
          changed(update.state.doc.toString())
        }),
        lineNumbers(),
        lintGutter(),
        linter(({ state }) =>
          [syntaxFault(state), fault && atItsLine(state, fault)].filter((one) => one !== undefined),
        ),
        indentUnit.of('  '),
        javascript(),
        syntaxHighlighting(colours),
        history(),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        look,
      ],
    }),
  })
  return {
    view,
    showFault: (now) => {
      fault = now
      forceLinting(view)
    },
  }
}
