export { starterScenario } from '../problems/catalogue/scenario-starter.ts'
