import { json } from '@codemirror/lang-json'
import { defaultKeymap } from '@codemirror/commands'
import {
  codeFolding,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  keymap,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { markHue, markWords, type OpenMark } from './mark-actions.ts'

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
])

const look = EditorView.theme({
  '&': { fontSize: '12px', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px', borderRadius: '4px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.6', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'transparent' },
  '.cm-line': { padding: '0 2px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--ink-3)' },
  '.cm-foldPlaceholder': {
    background: 'var(--sunken)',
    border: '0',
    color: 'var(--ink-2)',
    padding: '0 6px',
  },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklch, var(--accent) 28%, transparent) !important',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--ask-soft)', outline: '1px solid var(--ask)' },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--ink)' },
  '.cm-panels input, .cm-panels button': { fontFamily: 'var(--font-ui)' },
  '.mark': {
    font: '11px/1.5 var(--font-code)',
    border: '0',
    borderRadius: '4px',
    padding: '0 5px',
    background: 'var(--mark)',
    color: 'var(--mark-ink)',
  },
  '.mark:focus-visible': { outline: '2px solid var(--accent)' },
  '.mark.hued': {
    background: 'light-dark(oklch(0.94 0.045 var(--hue)), oklch(0.32 0.06 var(--hue)))',
    color: 'light-dark(oklch(0.4 0.12 var(--hue)), oklch(0.87 0.08 var(--hue)))',
  },
})

/** The chip of a mark inside the code. Drawn without Vue: an editor widget is no place for Vue. */
class MarkWidget extends WidgetType {
  readonly mark: string
  readonly open: OpenMark

  constructor(mark: string, open: OpenMark) {
    super()
    this.mark = mark
    this.open = open
  }

  override eq(other: MarkWidget): boolean {
    return other.mark === this.mark
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('button')
    const hue = markHue(this.mark)
    chip.type = 'button'
    chip.className = hue === undefined ? 'mark' : 'mark hued'
    if (hue !== undefined) chip.style.setProperty('--hue', String(hue))
    chip.textContent = markWords(this.mark)
    chip.setAttribute('aria-label', `Secret: ${markWords(this.mark)}`)
    chip.addEventListener('click', () => {
      this.open(this.mark, chip)
    })
    return chip
  }

  override ignoreEvent(): boolean {
    return true
  }
}

function markChips(open: OpenMark): Extension {
  const decorator = new MatchDecorator({
    // The quotes go with the mark: what was on the wire is not the mark's text.
    regexp: /"?(‹[a-z ]+ [0-9a-f]{4,}›)"?/g,
    decoration: ([, mark]) => Decoration.replace({ widget: new MarkWidget(mark ?? '', open) }),
  })
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = decorator.createDeco(view)
      }
      update(update: ViewUpdate): void {
        this.decorations = decorator.updateDeco(update, this.decorations)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

/**
 * A read-only view of JSON (or of anything else, which is then plain text).
 * @param root the shadow root it lives in: there CodeMirror's styles need no inline style element,
 * which the window's content security policy would refuse
 */
export function jsonEditor(
  parent: HTMLElement,
  root: ShadowRoot,
  label: string,
  open: OpenMark,
): EditorView {
  return new EditorView({
    parent,
    root,
    state: EditorState.create({
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({
          tabindex: '0',
          'aria-label': label,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-readonly': 'true',
        }),
        EditorView.lineWrapping,
        json(),
        syntaxHighlighting(colours),
        codeFolding(),
        foldGutter({ openText: '⌄', closedText: '›' }),
        search({ top: true }),
        keymap.of([...foldKeymap, ...searchKeymap, ...defaultKeymap]),
        markChips(open),
        look,
      ],
    }),
  })
}
