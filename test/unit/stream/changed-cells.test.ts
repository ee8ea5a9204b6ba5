import { describe, expect, test } from 'bun:test'
import { changedCells } from '../../../src/stream/changed-cells.ts'
import { markupNodes } from '../../../src/stream/markup-nodes.ts'

const between = (before: string, now: string) => {
  const [was, is] = [markupNodes(before), markupNodes(now)]
  return was && is && changedCells(was, is)
}

describe('what changes in a panel', () => {
  test('is the text that reads otherwise, by its place', () => {
    expect(between('<b>61.2</b><i>L</i>', '<b>61.1</b><i>L</i>')).toEqual([[1, '61.1']])
  })

  test('is the attribute that has another value', () => {
    const bar = (width: number) => `<svg><rect width="${width}" height="4"/></svg>fuel`
    expect(between(bar(61), bar(60.5))).toEqual([[1, 'width', '60.5']])
  })

  test('is read as people read it, not as it was escaped', () => {
    expect(between('<b>A &amp; B</b>', '<b>B &lt;&#39;x&#34;&gt; &amp;amp;</b>')).toEqual([
      [1, `B <'x"> &amp;`],
    ])
  })

  test('is more than cells where a node comes, goes or turns into another', () => {
    expect(between('<b>1</b>', '<b>1</b><i>new</i>')).toBeNull()
    expect(between('<b>1</b>', '<b></b>')).toBeNull()
    expect(between('<b>1</b>', '<i>1</i>')).toBeNull()
    expect(between('<b class="is-low">1</b>', '<b>1</b>')).toBeNull()
    expect(between('<b class="x">1</b>', '<b title="x">1</b>')).toBeNull()
  })

  test('is nothing where the panel says the same', () => {
    expect(between('<p>–</p>', '<p>–</p>')).toEqual([])
  })
})

describe('markup whose nodes nobody can tell for sure', () => {
  for (const html of [
    'a & b',
    '&nbsp;',
    '<b title="a & b">x</b>',
    'a < b',
    '<!-- c -->',
    '<B>x</B>',
  ]) {
    test(html, () => {
      expect(markupNodes(html)).toBeNull()
    })
  }
})
