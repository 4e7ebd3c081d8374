import type { Sentence } from '../../terms/sentence.ts'

/** Sentences of `replicate`: how each claim is worked, where ours differs from theirs, and why some cannot be. */

export function replicateHeadline(
  claims: number,
  counts: { readonly equal: number; readonly near: number; readonly differs: number; readonly not: number },
): Sentence {
  const { equal, near, differs, not } = counts
  return `Of ${claims} published claims, ${equal} are equal to ours to the digits printed, ${near} near (within 10%), ${differs} differ, and ${not} cannot be computed from the data we hold.`
}

export function replicateSubtitle(): string {
  return 'England or UK as the claim says; each in its own unit; nominal unless a note says otherwise'
}

export const differenceMeans =
  'Difference: ours less published, as a percentage of published. Ours is rounded here; csv and json hold every digit.'

export const failureIsKept =
  'A figure that does not come out is shown as it is: nothing in the calculation is chosen to make it fit.'

export function howSubtitle(): string {
  return 'What is claimed and by whom, what ours is, and where our data or nations differ from theirs'
}

export function whyNotSubtitle(): string {
  return 'Shown so that the list is whole: no number of ours stands beside these'
}

/** What a claim says, for people: words, years and where they were printed. */
export function claimSays(claim: string, period: string, citation: string): string {
  return `${claim}, ${period} (${citation}).`
}

export function nationsUsed(nations: readonly string[]): string {
  return `Nations (${nations.length}): ${nations.join(', ')}.`
}

/** `With other nations: equal (eu14), differs (g7).` */
export function verdictsOtherwise(verdicts: readonly { name: string; verdict: string }[]): string {
  return `Done otherwise: ${verdicts.map(({ name, verdict }) => `${verdict} (${name})`).join(', ')}.`
}

export function claimNotes(note: string): string {
  return `The claim: ${note}.`
}

export function notDeclared(): string {
  return 'no calculation is declared for this claim'
}

export function inputNotPublished(): string {
  return 'another claim it is worked from was not published by the as-of date'
}

/** How each claim we can speak to is worked, and where ours is not theirs. */
export const how = {
  lookback:
    'Look-back: the mean share of GDP of the EU14 nations that have every year, times UK GDP, less what the UK invested; gross fixed capital formation by all funders, calendar years, nominal. Ours is the WHO edition of August 2023; theirs was worked in 2022, and the nations behind it are not printed.',
  meanActual:
    'UK share of GDP times UK GDP, mean of the ten years, nominal. Ours rests on the WHO edition of 2023 and on GDP as revised by 2025; theirs was worked in 2022.',
  earlierVintage:
    'The row of the WHO series. Ours is the edition of 2023; the claim was made in 2019, on an earlier one.',
  ownList:
    'Mean over the nations of the Health Foundation’s own list that have the year, UK left out; WHO data of 2023.',
  whoRow: 'The row of the WHO series, edition of 2023, read directly.',
  unknownPeers:
    'The list of peers was not seen, and for Germany, which is named, the WHO series has nothing. Ours is the default look-back, against the EU14 nations with every year of 2010-2019.',
  oecdMean:
    'Mean over the OECD nations that have every year of 2015-2019, the UK among them, WHO data of 2023. The OECD’s own figure rests on its national accounts, and on more nations than the WHO series has.',
  euMean: 'Mean over the EU nations that have the year.',
  nowAndUplift:
    'What the Confederation gives as now (confed-now) and the increase it asks for (confed-uplift), added by the model as a stated baseline and a measure, nominal: this checks that the three agree with one another, not that any is right.',
  nhsPartNow:
    'The whole capital budget for 2023-24 as planned on 28 November 2023, less 24% for research and central bodies. That share is of 2026-27 to 2029-30, and what the claim leaves out of NHS capital is not printed.',
  nhsPart:
    'Capital budget of the four years less 24% for research and central bodies (split trust-accounts), as planned now. That 24% was itself worked from this publication, so the row checks consistency only; it is printed as over 44.',
  backlogRow:
    'The row of the maintenance backlog. It was read from the same publication, so this checks our transcription and nothing else.',
  englandGap:
    'Gap of the capital budget to the mean share of the Health Foundation’s own list, held as in 2015-2019 and carried through the bridge to England’s budget; nominal. Budget and GDP are those published since, not those of 2019.',
  englandGapOnPlans:
    'The same gap in 2023-24, in 2018-19 prices, on the capital budget as it was known on 31 March 2019. Our data hold no plan of that time on this definition: the last outturn then published (2013-14) is rolled on, flat in real terms. Prices are not printed with the claim; those of its report are taken. GDP is today’s, in hindsight.',
} as const

/** Names of other ways to work a claim. */
export const otherwise = {
  moneyOfTheDay: 'money of the day',
  available: 'OECD nations, each year with those that have it',
  withoutUk: 'OECD without the UK',
} as const

/** Why nothing of ours can stand beside a claim. */
export const whyNot = {
  ask: 'an ask: what NHS leaders say they need. No published series holds a need; the scenario confed-2023 tests what it would do',
  costing:
    'a costing from outside: our data hold no unit costs of digitisation to work it from. The scenario digitise-2030 takes it as an input',
  auditCosting:
    'a costing by the departments, as the auditor reports it: our data hold neither the programme nor its prices',
  recommended:
    'a recommendation, and on all trust spending: our data hold the IT share of trust capital in one year, not of spending',
  target: 'a target, not a measurement. The scenario ten-percent-2035 says what it would take',
  noProfile:
    'capital and revenue together, "up to", with no yearly profile: our series of NHS technology money ends in 2024-25',
} as const
