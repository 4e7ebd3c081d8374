import { habitRules } from './habits.ts'
import { layerRules } from './layers.ts'
import { packageRules } from './packages.ts'
import type { Rule } from './rule.ts'
import { sentenceRules } from './sentences.ts'

/**
 * The house's rules (CONTRIBUTING.md). Each carries a planted violation: source that is in no file, which the same checker
 * must catch (rules.test.ts), so that every rule has been seen red.
 */
export const rules: readonly Rule[] = [...layerRules, ...packageRules, ...habitRules, ...sentenceRules]
