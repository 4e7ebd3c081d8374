import type { AnyFigure, Input } from './figure.ts'

/** The figures that a figure's declaration says it reads, in its order: all it may choose among, and what opens it. */
export function inputFigures<M>(figure: AnyFigure<M>): AnyFigure<M>[] {
  return inputsOf(figure).map((input) => ('figure' in input ? input.figure : input))
}

function inputsOf<M>(figure: AnyFigure<M>): Input<M>[] {
  switch (figure.kind) {
    case 'series':
      return []
    case 'variable':
    case 'gathered':
      return Object.values(figure.from)
    case 'carried':
      return [figure.opening, ...Object.values(figure.from)]
    case 'choice':
      return Object.values(figure.among)
  }
}
