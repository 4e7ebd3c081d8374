/** What stands over and under the tables of delivery, day-to-day cost, programmes and optimism bias. */

export const deliveryTitle = 'delivery of digital money'
export const deliveryScope = 'capital budget (CDEL), digital; people as they are counted'
export const deliveryFunded = 'Funded, digital'
export const deliverySpend = 'Of which to be spent, digital'
export const deliveryMeans =
  'Digital money is delivered as far as digital staff in post can deliver it; the rest is carried forward, in cash, to the next year. What is delivered and what is carried forward in the end add up to what is spent, in money of the day.'
export const deliveryIllustrative =
  'How much one member of staff can deliver is illustrative: it decides whether money slips, and nothing published measures it.'
export const deliveryLeavesSpend =
  'Spend and gap above count money as spent when it is funded; the gap to delivered counts it when it is delivered. Staff are digital staff, whole-time equivalents; recruiting is paid from day-to-day money.'

export const revenueTitle = 'day-to-day cost of measures'
export const revenueScope = 'resource budget (RDEL)'
export const revenueMeans =
  'One-off in the year of the capital, as a share of it; recurring every year, as a share of all the capital so far at its real value. It is no part of capital spend, requirement or gap.'

export const programmesTitle = 'programmes'
export const programmesScope = 'capital budget (CDEL); adoption in percent'
export const programmesMean =
  'What measures add to each programme; the baseline is not published so finely. Adoption follows an s-curve from a stated start by a stated midpoint to a stated ceiling.'

export const optimismBiasTitle = 'optimism bias'
export const optimismBiasMeans =
  'A requirement quoted in money is raised by it; what spend buys is spend ÷ (1 + optimism bias), at the prices said. Spend itself stays. Optimism bias is a ratio: 0.321 is 32.1%.'
