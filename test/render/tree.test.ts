import { describe, expect, test } from 'vitest'
import { renderTree, renderTreeJson } from '../../src/render/tree.ts'
import type { Explanation, TreeNode } from '../../src/reports/tree.ts'
import { Decimal } from '../../src/terms/decimal.ts'

const node = (title: string, children: TreeNode[] = [], more: Partial<TreeNode> = {}): TreeNode => ({
  ...{ id: title, title, details: [], children, explainedAbove: false, data: { id: title } },
  ...{ kind: 'worked' as const, worked: title, formula: undefined, cut: false },
  ...more,
})

const explanation: Explanation = {
  root: node('', [node('Requirement', [node('GDP')]), node('Spend', [], { explainedAbove: true })], {
    title: ['Gap: ', { value: new Decimal('-109.71981'), as: 'number' }, ' GBP million'],
    details: ['= requirement − spend'],
    data: { id: 'gap', value: '-109.71981' },
  }),
  caveats: [],
  envelope: { capgap: '0.1.0', command: 'explain' },
}

describe('an explanation', () => {
  test('hangs each cell under the one it feeds, its formula beneath its name', () => {
    expect(renderTree(explanation, { width: 80, boxes: true })).toBe(`\
Gap: −109.7198 GBP million
│  = requirement − spend
├─ Requirement
│  └─ GDP
└─ Spend (explained above)
`)
  })

  test('needs no box lines', () => {
    expect(renderTree(explanation, { width: 80, boxes: false })).toBe(`\
Gap: −109.7198 GBP million
|  = requirement − spend
|- Requirement
|  '- GDP
'- Spend (explained above)
`)
  })

  test('is one object in JSON, with every digit', () => {
    expect(JSON.parse(renderTreeJson(explanation))).toEqual({
      capgap: '0.1.0',
      command: 'explain',
      cell: {
        id: 'gap',
        value: -109.71981,
        from: [{ id: 'Requirement', from: [{ id: 'GDP' }] }, { id: 'Spend' }],
      },
    })
  })
})
