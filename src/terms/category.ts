/**
 * Categories of capital spend and the sub-categories a measure may name (MODEL.md 4).
 * `other` is research and central bodies: inside the capital budget, not NHS capital.
 */
export const categories = ['infrastructure', 'digital', 'other'] as const
export type Category = (typeof categories)[number]

/** A category, or the total of them. */
export type CategoryOrTotal = Category | 'total'
export const categoriesAndTotal: readonly CategoryOrTotal[] = [...categories, 'total']

/** Each sub-category with the category it belongs to and what it means. */
export const subCategories = {
  estate: { category: 'infrastructure', label: 'Estate' },
  backlog: { category: 'infrastructure', label: 'Maintenance backlog' },
  'new-hospitals': { category: 'infrastructure', label: 'New hospitals' },
  'primary-care': { category: 'infrastructure', label: 'Primary care' },
  equipment: { category: 'infrastructure', label: 'Equipment' },
  'it-infrastructure': { category: 'digital', label: 'IT infrastructure' },
  'electronic-records': { category: 'digital', label: 'Electronic records' },
  'data-platform': { category: 'digital', label: 'Federated Data Platform' },
  'patient-access': { category: 'digital', label: 'NHS App and patient-initiated follow-up' },
  'remote-monitoring': { category: 'digital', label: 'Virtual wards and wearables' },
  'cyber-security': { category: 'digital', label: 'Cyber security' },
  research: { category: 'other', label: 'Research' },
} as const satisfies Record<string, { category: Category; label: string }>
export type SubCategory = keyof typeof subCategories

export const subCategoryNames = Object.keys(subCategories) as SubCategory[]

export function isCategory(text: string): text is Category {
  return (categories as readonly string[]).includes(text)
}

/** The category a category or sub-category belongs to. */
export function categoryOf(name: Category | SubCategory): Category {
  return isCategory(name) ? name : subCategories[name].category
}
