/** What a formatted text says, for a line that only tells what it is about. */
import { parseRich, type Block, type Inline } from './richtext'

/** The words without the marks that make them bold, a quote or a list. */
export const plainText = (source: string): string => parseRich(source).map(block).join('\n')

/** The same of a text in pieces, whose marks may lie in different ones. */
export function plainParts<T extends { text: string }>(parts: readonly T[]): T[] {
  const said = plainText(parts.map((one) => one.text).join(SEAM)).split(SEAM)
  // What opens a stretch of code may have been a piece's only words.
  return said.length === parts.length ? parts.map((one, i) => ({ ...one, text: said[i]! })) : [...parts]
}

/** A character of nobody's script, which is no letter and no space. */
const SEAM = '\uf8ff'

function block(node: Block): string {
  if (node.type === 'code') return node.text
  if (node.type === 'list') return node.items.map((item, i) => `${node.ordered ? `${node.start + i}.` : '•'} ${inline(item)}`).join('\n')
  return inline(node.children)
}

function inline(nodes: readonly Inline[]): string {
  return nodes.map((node) => (node.type === 'break' ? '\n' : 'children' in node ? inline(node.children) : node.text)).join('')
}
