"""Green Book present values (MODEL.md 6) and credited differences, by other ways than the model's: a factor is a product of
powers over whole spans; an optimism bias raises each category on its own; the order-free credit of an input is the mean
over every order in which the inputs might change, each order walked."""

from decimal import Decimal
from itertools import permutations
from cases import document, text
from delivery import Delivery
from model import CATEGORIES
from published import Missing, financial

EDITION = 'green-book-2026'


class Appraisal:
    def __init__(self, published, model, base, horizon):
        self.model, self.base, self.horizon = model, base, horizon
        self.rows = [r for r in published.rows('discount-rates') if r['edition'] == EDITION]

    def factor(self, schedule, year):
        """1 / Π (1 + rate)^(years of the span up to this one)."""
        value = Decimal(1)
        for row in self.rows:
            if row['schedule'] != schedule:
                continue
            first = max(int(row['from_year']), 1)
            last = min(int(row['to_year'] or 10 ** 6), year)
            if last >= first:
                value /= (1 + Decimal(row['rate_percent']) / 100) ** (last - first + 1)
        return value

    def total(self, flow, schedule=None):
        """The sum over the years that have a flow; discounted where a schedule is named."""
        parts = []
        for n in range(self.horizon + 1):
            try:
                amount = self.model.real(flow(self.base + n), self.base + n, '2025-26')
            except Missing:
                continue
            parts.append(amount * (self.factor(schedule, n) if schedule else 1))
        return sum(parts, Decimal(0))

    def annuity(self, schedule):
        return sum((self.factor(schedule, n) for n in range(1, self.horizon + 1)), Decimal(0))

    def capital(self, year, biased):
        model = self.model
        return sum((model.measure(i, year) * model.own_share(said, c, year) * (1 + (model.bias(c) if biased else 0))
                    for i, said in enumerate(model.measures) for c in CATEGORIES), Decimal(0))


MEASURES = [
    {'id': 'records', 'profile': 'total', 'amount': '£5bn', 'prices': '2023-24', 'from': '2025-26', 'to': '2029-30',
     'split': {'electronic-records': '70%', 'estate': '30%'}, 'revenue': {'one-off': '45%', 'recurring': '30%'}},
    {'id': 'growth', 'profile': 'growth', 'rate': '2%', 'from': '2027-28', 'to': '2030-31'},
]
BENCHMARKS = [
    {'id': 'level', 'kind': 'stated-level', 'amount': '£18bn', 'prices': '2025-26'},
    {'id': 'eu14', 'kind': 'comparator-share', 'group': 'eu14'},
    {'id': 'claim', 'kind': 'stated-level', 'amount': '£16bn', 'prices': '2023-24', 'from': '2027-28', 'to': '2029-30'},
]
BIAS = {'infrastructure': {'type': 'non-standard-buildings', 'mitigation': '92%', 'evidence': 'An example'}, 'digital': {}}


def appraisals(published, comparators):
    out = []
    for id, base, horizon in (('ten-years', 2025, 9), ('sixty-years', 2026, 60)):
        scenario = document('Appraisal', '2024-25 to 2034-35', prices='2025-26', measures=MEASURES, benchmarks=BENCHMARKS,
                            **{'optimism-bias': BIAS})
        model = Delivery(published, scenario, comparators)
        it = Appraisal(published, model, base, horizon)
        values = {}

        def put(figure, benchmark, case, schedule, number):
            values['|'.join((figure, benchmark, case, schedule))] = text(number)

        for schedule in ('standard', 'lower', 'health'):
            for n in (0, 1, 2, min(horizon, 31), horizon):
                put('discount-factor', financial(base + n), '', schedule, it.factor(schedule, n))
            put('annuity-factor', '', '', schedule, it.annuity(schedule))
        for biased in (False, True):
            case = 'optimism-bias' if biased else 'as-said'
            flows = {
                ('capital', ''): lambda y: it.capital(y, biased),
                ('revenue-one-off', ''): lambda y: model.revenue('revenue-one-off', 'total', y),
                ('revenue-recurring', ''): lambda y: model.revenue('revenue-recurring', 'total', y),
            }
            for benchmark in model.benchmarks:
                flows['gap', benchmark] = lambda y, b=benchmark: (
                    model.requirement(b, 'total', y, raised=biased) - model.spend('total', y))
            for (figure, benchmark), flow in flows.items():
                put('undiscounted-' + figure, benchmark, case, '', it.total(flow))
                for schedule in ('standard', 'lower'):
                    present = it.total(flow, schedule)
                    put('present-value-of-' + figure, benchmark, case, schedule, present)
                    put('equivalent-annual-' + figure, benchmark, case, schedule, present / it.annuity(schedule))
        out.append({'id': id, 'about': 'Present values over %d years from %s.' % (horizon, financial(base)), 'scenario': scenario,
                    'base': financial(base), 'horizon': horizon, 'values': values, 'series': []})
    return out


# --- credited differences ------------------------------------------------------------------------

FIRST = {'measures': [{'id': 'uplift', 'profile': 'level', 'amount': '£1bn', 'prices': '2025-26', 'from': '2026-27', 'to': '2034-35'}]}
SECOND = {
    'as-of': '2025-12-31',
    'baseline': {'after-plans': 'gdp-share'},
    'split': {'digital': '14%'},
    'measures': [
        {'id': 'uplift', 'profile': 'level', 'amount': '£3bn', 'prices': '2025-26', 'from': '2026-27', 'to': '2034-35'},
        {'id': 'growth', 'profile': 'growth', 'rate': '3%', 'from': '2027-28', 'to': '2034-35'},
    ],
    'assumptions': {'underspend': '8%'},
}
INPUTS = ['as-of', 'baseline.after-plans', 'split', 'measures.uplift', 'measures.growth', 'assumptions.underspend']


def mix(taken):
    """The first document with some of the second's inputs, as a document of its own."""
    out = {}
    for key, name in (('as-of', 'as-of'), ('baseline', 'baseline.after-plans'), ('split', 'split')):
        if name in taken:
            out[key] = SECOND[key]
    uplift = (SECOND if 'measures.uplift' in taken else FIRST)['measures'][0]
    out['measures'] = [uplift] + ([SECOND['measures'][1]] if 'measures.growth' in taken else [])
    if 'assumptions.underspend' in taken:
        out['assumptions'] = SECOND['assumptions']
    return document('Mix', '2024-25 to 2034-35', prices='2025-26', benchmarks=BENCHMARKS[:2], **out)


def credits(published, comparators):
    models = {}

    def worth(taken, cell):
        key = frozenset(taken)
        if key not in models:
            models[key] = Delivery(published, mix(taken), comparators)
        figure, benchmark, category, year = cell
        return models[key].figure(figure, benchmark, category, int(year[:4]), '2025-26')

    def walk(order, cell):
        """What each input changes when they change in this order."""
        made, taken, before = {}, [], worth([], cell)
        for name in order:
            taken = taken + [name]
            after = worth(taken, cell)
            made[name], before = after - before, after
        return made

    values = {}
    for cell in (('spend', '', 'total', '2029-30'), ('spend', '', 'digital', '2033-34'), ('gap', 'eu14', 'total', '2033-34'),
                 ('gap', 'level', 'digital', '2028-29')):
        orders = [walk(order, cell) for order in permutations(INPUTS)]
        ways = {'stacked': walk(INPUTS, cell), 'reverse': walk(INPUTS[::-1], cell),
                'shapley': {name: sum((made[name] for made in orders), Decimal(0)) / len(orders) for name in INPUTS}}
        for method, made in ways.items():
            for name in INPUTS:
                values['|'.join(cell + (method, name))] = text(made[name])
    return [{'id': 'six-inputs', 'about': 'Six inputs that differ, credited in 720 orders.', 'first': mix([]), 'second': mix(INPUTS),
             'values': values, 'series': []}]


APPRAISAL_FILES = {'appraisal': appraisals, 'credit': credits}
