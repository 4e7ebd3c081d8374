import type { SubCategory } from './category.ts'

/** Programmes of the taxonomy that a measure may belong to, each with the sub-category it is part of. */
export const programmes = {
  'federated-data-platform': { subCategory: 'data-platform', label: 'Federated Data Platform' },
  'nhs-app': { subCategory: 'patient-access', label: 'NHS App' },
  'patient-initiated-follow-up': { subCategory: 'patient-access', label: 'Patient-initiated follow-up' },
  'virtual-wards': { subCategory: 'remote-monitoring', label: 'Virtual wards' },
  wearables: { subCategory: 'remote-monitoring', label: 'Wearables' },
  'electronic-records': { subCategory: 'electronic-records', label: 'Electronic records' },
  'cyber-security': { subCategory: 'cyber-security', label: 'Cyber security' },
} as const satisfies Record<string, { subCategory: SubCategory; label: string }>
export type Programme = keyof typeof programmes

export const programmeNames = Object.keys(programmes) as [Programme, ...Programme[]]
