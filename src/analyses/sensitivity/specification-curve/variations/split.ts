import { splitPresets, type ModelSettings, type SplitSetting } from '../../../../figures/settings.ts'
import type { Choice, Variation } from '../dimension.ts'

const shares = ['digital-share', 'other-share']

/** Both presets of the split, after what the scenario says itself: without one a category has no spend to compare. */
export function splitVariation(settings: ModelSettings): Variation {
  const { split, assumptions } = settings
  const ownPreset =
    split.kind === 'preset' && !shares.some((name) => assumptions.has(name)) ? split.preset : undefined
  const presets = [...splitPresets].sort((a, b) => Number(b === ownPreset) - Number(a === ownPreset))
  const own: readonly (Choice & { readonly split: SplitSetting | undefined })[] =
    ownPreset === undefined ? [{ name: 'as-the-scenario-says', split: undefined }] : []
  const choices = [
    ...own,
    ...presets.map((preset) => ({ name: preset, split: { kind: 'preset', preset } as const })),
  ]
  return {
    name: 'split',
    choices,
    settings: (base, choice) => {
      const chosen = choices[choice]?.split
      if (chosen === undefined) return base
      const set = new Map([...base.assumptions].filter(([name]) => !shares.includes(name)))
      return { ...base, assumptions: set, split: chosen }
    },
  }
}
