import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'

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
  '.cm-content': { padding: '8px', caretColor: 'var(--ink)', minHeight: '120px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
})

/**
 * An editor of JavaScript. Tab moves on to the next control, as everywhere in the window.
 * @param root the shadow root it lives in, where its styles need no inline style element
 * @param changed called with the whole text after each change by the person
 */
export function javascriptEditor(
  parent: HTMLElement,
  root: ShadowRoot,
  { label, text, changed }: { label: string; text: string; changed: (text: string) => void },
): EditorView {
  return new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString())
        }),
        indentUnit.of('  '),
        javascript(),
        syntaxHighlighting(colours),
        history(),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        look,
      ],
    }),
  })
}
