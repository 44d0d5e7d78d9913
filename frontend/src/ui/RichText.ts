/** Draws a message's tree as elements. There is no HTML anywhere on the way. */
import { defineComponent, h, type PropType, type VNode } from 'vue'
import { parseRich, type Block, type Inline } from '@/client-core/richtext'

const TAGS = { strong: 'strong', em: 'em', strike: 's' } as const

/** An address that nobody reads to its end is shown by where it leads. */
function short(text: string): string {
  return text.length > 72 ? text.replace(/^((?:https?:\/\/)?[^/]+\/).*$/u, '$1…') : text
}

function inline(node: Inline): VNode | string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'break':
      return h('br')
    case 'code':
      return h('code', node.text)
    case 'link':
      return h('a', { href: node.href, title: node.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, short(node.text))
    default:
      return h(TAGS[node.type], node.children.map(inline))
  }
}

function block(node: Block): VNode {
  switch (node.type) {
    case 'code':
      return h('pre', { tabindex: 0 }, [h('code', node.text)])
    case 'quote':
      return h('blockquote', node.children.map(inline))
    case 'list':
      return h(
        node.ordered ? 'ol' : 'ul',
        node.ordered && node.start !== 1 ? { start: node.start } : {},
        node.items.map((item) => h('li', item.map(inline))),
      )
    default:
      return h('p', node.children.map(inline))
  }
}

export default defineComponent({
  name: 'RichText',
  props: { text: { type: String as PropType<string>, required: true } },
  setup(props) {
    return () => h('div', { class: 'rich', dir: 'auto' }, parseRich(props.text).map(block))
  },
})
