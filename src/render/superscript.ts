/**
 * Marks raised as Unicode has them, so that they read as marks without colour or markup. What has no raised form
 * (`|`, `*`) stands as it is.
 */
const plain = 'abcdefghijklmnoprstuvwxyz0123456789'
const raised = [...'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹']

/** `['a', 'p']` → `ᵃᵖ`. */
export function superscript(marks: readonly string[]): string {
  return [...marks.join('')].map((character) => raised[plain.indexOf(character)] ?? character).join('')
}
