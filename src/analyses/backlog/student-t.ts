/**
 * The 97.5% quantile of Student's t by degrees of freedom, as printed tables give it (three decimals); the normal one
 * beyond the table.
 */
export function studentT(freedom: number): string {
  const found = quantiles[freedom - 1]
  if (found === undefined && freedom < 1) throw new Error('no quantile without a degree of freedom')
  return found ?? '1.960'
}

const quantiles = [
  ...['12.706', '4.303', '3.182', '2.776', '2.571', '2.447', '2.365', '2.306', '2.262', '2.228'],
  ...['2.201', '2.179', '2.160', '2.145', '2.131', '2.120', '2.110', '2.101', '2.093', '2.086'],
  ...['2.080', '2.074', '2.069', '2.064', '2.060', '2.056', '2.052', '2.048', '2.045', '2.042'],
]
