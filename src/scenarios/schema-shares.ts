import * as z from 'zod/mini'
import { categories, subCategories } from '../terms/category.ts'
import { mapping, written } from './schema-parts.ts'

const shareKeys = {
  ...Object.fromEntries(categories.map((name) => [name, `Share that is ${name}`])),
  ...Object.fromEntries(
    Object.entries(subCategories).map(([name, { category, label }]) => [name, `${label} (${category})`]),
  ),
}

/** Shares by category or sub-category. */
export const shares = (description: string) =>
  mapping(
    Object.fromEntries(
      Object.entries(shareKeys).map(([name, label]) => [name, z.optional(written('percent', label))]),
    ),
    description,
  )
