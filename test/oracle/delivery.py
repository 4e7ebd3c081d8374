"""MODEL.md 6, delivery, revenue consequences, programmes and optimism bias, by other ways than the model's: what slips is
what has been funded less what has been delivered since the plans began; recurring cost is a sum over every year's capital;
curves are worked with exponentials and logarithms; optimism bias raises each category on its own."""

from decimal import Decimal
from cases import case, document, series
from model import CATEGORIES, Model, money, path, percent
from published import Missing, start_of, value

SUPPORT = 2022
STAFF_IN, POSTS_IN, NEED_IN = 2020, 2022, 2030


def thousands(text):
    """£25k in GBP million, beside the amounts model.py reads."""
    return Decimal(text[1:-1]) / 1000 if text.endswith('k') else money(text)


class Delivery(Model):
    # --- measures of a programme -------------------------------------------------------------------

    def work_measure(self, index, year):
        said = self.measures[index]
        if said['profile'] != 'adoption' or year < start_of(said['from']) or year > start_of(said['to']):
            return super().work_measure(index, year)
        return self.nominal(money(said['amount']), said['prices'], year) * self.adoption(index, year) / 100

    def own_share(self, said, category, year):
        if 'programme' in said:
            return Decimal(1 if category == 'digital' else 0)
        return super().own_share(said, category, year)

    def adoption(self, index, year):
        """Percent, by the logistic 1 / (1 + e^(-k (t - midpoint))) with the k that gives the start in the first year."""
        said = self.measures[index]
        first = start_of(said['from'])
        if year < first:
            raise Missing('before-adoption')
        curve = said['adoption']
        start, ceiling, midpoint = percent(curve['start']), percent(curve['ceiling']), start_of(curve['midpoint'])
        k = (ceiling / start - 1).ln() / (midpoint - first)
        return 100 * ceiling / (1 + (-k * (year - midpoint)).exp())

    # --- revenue consequences ----------------------------------------------------------------------

    def one_off(self, index, year):
        return percent(self.measures[index]['revenue'].get('one-off', '0%')) * self.measure(index, year)

    def recurring(self, index, year):
        first = min([start_of(y) for y in self.measures[index].get('amounts', {})] or [start_of(self.measures[index].get('from', '9'))])
        capital = sum((self.measure(index, y) * self.deflator(year) / self.deflator(y) for y in range(first, year + 1)), Decimal(0))
        return percent(self.measures[index]['revenue'].get('recurring', '0%')) * capital

    def revenue(self, name, category, year):
        total = Decimal(0)
        for index, said in enumerate(self.measures):
            if 'revenue' not in said:
                continue
            part = Decimal(1) if category == 'total' else self.own_share(said, category, year)
            if name != 'revenue-recurring':
                total += part * self.one_off(index, year)
            if name != 'revenue-one-off':
                total += part * self.recurring(index, year)
        return total

    # --- digital staff and delivery ----------------------------------------------------------------

    def counted(self, measure, year):
        rows = [r for r in self.published.rows('digital-workforce') if r['measure'] == measure and r['period'] == str(year)]
        assert len(rows) == 1
        return value(rows[0])

    def recruits(self, year):
        said = self.scenario.get('workforce', {})
        if 'recruits' not in said or not start_of(said['from']) <= year <= start_of(said['to']):
            return Decimal(0)
        return Decimal(said['recruits'])

    def staff(self, year):
        said = self.scenario.get('workforce', {})
        if 'staff' in said:
            number = path(said['staff'], Decimal)(year)
        elif year < STAFF_IN:
            raise Missing('before-published-staff')
        else:
            number = self.counted('digital-workforce', STAFF_IN)
            growth = self.assumption('digital-staff-growth', percent, Decimal(0))
            for y in range(STAFF_IN + 1, year + 1):
                number *= 1 + growth(y)
        trained = year - int(said.get('training', 1))
        return number + sum((self.recruits(y) for y in range(STAFF_IN, trained + 1)), Decimal(0))

    def needed(self, year):
        if year < POSTS_IN:
            raise Missing('before-published-staff')
        posts = self.counted('digital-workforce', STAFF_IN) + self.counted('tech-vacancies', POSTS_IN)
        need = self.counted('digital-workforce-projected-need', NEED_IN)
        return posts + (need - posts) * min(year - POSTS_IN, NEED_IN - POSTS_IN) / (NEED_IN - POSTS_IN)

    def deliverable(self, year):
        central = [r for r in self.published.rows('nhs-digital-spend')
                   if r['programme'] == 'central-technology' and r['period'] == '2022-23']
        each = value(central[0]) / self.counted('digital-workforce', STAFF_IN)
        each = self.assumption('digital-spend-per-worker', thousands, each)(year)
        return self.staff(year) * each * self.deflator(year) / self.deflator(SUPPORT)

    def delivered_digital(self, year):
        if not self.planned(year):
            return self.spend('digital', year)
        return min(self.spend('digital', year) + self.carried(year - 1), self.deliverable(year))

    def carried(self, year):
        """Everything there was to spend since the plans began, less everything delivered."""
        planned = [y for y in range(2010, year + 1) if self.planned(y)]
        key = ('carried', year)
        if key not in self.memo:
            self.memo[key] = sum((self.spend('digital', y) - self.delivered_digital(y) for y in planned), Decimal(0))
        return self.memo[key]

    def delivered(self, category, year):
        if category == 'total':
            return sum((self.delivered(each, year) for each in CATEGORIES), Decimal(0))
        return self.delivered_digital(year) if category == 'digital' else self.spend(category, year)

    def recruiting(self, year):
        said = self.scenario.get('workforce', {})
        if 'cost' not in said:
            raise Missing('no-recruit-cost')
        return self.nominal(thousands(said['cost']), said['prices'], year) * self.recruits(year)

    # --- optimism bias -----------------------------------------------------------------------------

    def bias(self, category, column='capital'):
        stated = self.scenario.get('assumptions', {}).get('optimism-bias-' + category)
        if stated is not None:
            return percent(stated)
        said = self.scenario.get('optimism-bias', {}).get(category)
        if said is None:
            return Decimal(0)
        kinds = said.get('type', 'equipment-development')
        kinds = kinds if isinstance(kinds, dict) else {kinds: '100%'}
        table = {r['project_type']: Decimal(r[column + '_upper_percent']) for r in self.published.rows('optimism-bias')}
        upper = sum(table[kind] * percent(share) for kind, share in kinds.items()) / 100
        return upper * (1 - percent(said.get('mitigation', '0%')))

    def requirement(self, benchmark, category, year, band='mean', raised=True):
        plain = super().requirement(benchmark, category, year, band)
        said = self.benchmarks[benchmark]
        if not raised or said['kind'] not in ('stated-level', 'stated-additional'):
            return plain
        amount = self.nominal(money(said['amount']), said['prices'], year)
        own = said.get('category', 'total')
        parts = CATEGORIES if category == 'total' and own == 'total' else (own if own != 'total' else category,)
        extra = sum((self.bias(each) * amount * (self.share(each, year) if own == 'total' else 1) for each in parts), Decimal(0))
        return plain + extra

    def buys(self, category, year):
        if category == 'total':
            return sum((self.buys(each, year) for each in CATEGORIES), Decimal(0))
        spend = self.spend(category, year)
        return spend / (1 + self.bias(category)) if self.planned(year) else spend


ALL = CATEGORIES + ('total',)
MONEY = 'GBP million'


def amounts(model, work, figure, categories=('digital',), prices=('nominal', '2025-26'), benchmark='', span=None):
    return [series(lambda y: model.real(work(category, y), y, basis), span or model.years, figure=figure, benchmark=benchmark,
                   category=category, unit=MONEY, prices=basis)
            for category in categories for basis in prices]


BENCHMARKS = [
    {'id': 'digital-need', 'kind': 'stated-additional', 'category': 'digital', 'amount': '£1bn', 'prices': '2025-26',
     'frozen': '2025-05-31'},
    {'id': 'level', 'kind': 'stated-level', 'amount': '£18bn', 'prices': '2025-26'},
    {'id': 'added', 'kind': 'stated-additional', 'amount': '£3bn', 'prices': '2023-24', 'frozen': '2023-11-28'},
]


def delivery(published, comparators):
    out = []
    digitise = {'id': 'digitise', 'profile': 'total', 'amount': '£9bn', 'prices': '2025-26', 'from': '2026-27', 'to': '2029-30',
                'split': {'digital': '80%', 'estate': '20%'}}
    recruits = {'recruits': '1500', 'from': '2026-27', 'to': '2029-30', 'training': '2', 'cost': '£25k', 'prices': '2024-25'}
    for id, about, extra in (
        ('in-post', 'The staff in post alone: money slips and waits.', {'workforce': {}}),
        ('recruits', 'Recruits who take two years to train, with an underspend.',
         {'workforce': recruits, 'assumptions': {'underspend': '4%'}}),
        ('staff-stated', 'Staff on a stated path, each supporting less every year.',
         {'workforce': {'staff': {'2025-26': '47000', '2030-31': '60000'}, **recruits},
          'assumptions': {'digital-spend-per-worker': {'value': {'2025-26': '£45k', '2035-36': '£35k'}}}}),
        ('growing', 'Staff that grow 3% a year.', {'workforce': {}, 'assumptions': {'digital-staff-growth': '3%'}}),
    ):
        scenario = document('Delivery, ' + id, '2023-24 to 2037-38', benchmarks=BENCHMARKS, measures=[digitise], **extra)
        model = Delivery(published, scenario, comparators)
        wanted = amounts(model, model.delivered, 'delivered', ALL)
        wanted += amounts(model, lambda c, y: model.carried(y) if model.planned(y) else Decimal(0), 'slipped', ('digital', 'total'))
        wanted += amounts(model, lambda c, y: model.deliverable(y), 'deliverable')
        wanted += amounts(model, model.spend, 'spend', ('digital',), ('nominal',))
        wanted += amounts(model, lambda c, y: model.requirement('digital-need', c, y) - model.delivered(c, y), 'gap-delivered',
                          benchmark='digital-need')
        if 'cost' in scenario['workforce']:
            wanted += amounts(model, lambda c, y: model.recruiting(y), 'recruitment-cost')
        count = {'benchmark': '', 'category': 'digital', 'unit': 'number', 'prices': ''}
        span = range(2018, 2038)
        wanted.append(series(model.staff, span, figure='digital-staff', **count))
        wanted.append(series(model.needed, span, figure='digital-staff-needed', **count))
        wanted.append(series(model.recruits, span, figure='digital-recruits', **count))
        out.append(case('delivery.' + id, about, scenario, wanted))
    return out


def revenue_and_programmes(published, comparators):
    both = {'one-off': '45%', 'recurring': '30%'}
    curve = {'start': '2.5%', 'ceiling': '80%', 'midpoint': '2029-30'}
    measures = [
        {'id': 'level', 'profile': 'level', 'amount': '£1bn', 'prices': '2023-24', 'from': '2025-26', 'to': '2029-30', 'revenue': both},
        {'id': 'ramp', 'profile': 'ramp', 'amount': '£500m', 'prices': 'nominal', 'from': '2026-27', 'to': '2028-29',
         'split': {'estate': '60%', 'it-infrastructure': '40%'}, 'revenue': {'recurring': '10%'}},
        {'id': 'plain', 'profile': 'level', 'amount': '£700m', 'prices': 'nominal', 'from': '2026-27', 'to': '2027-28'},
        {'id': 'wards', 'profile': 'adoption', 'programme': 'virtual-wards', 'amount': '£400m', 'prices': '2025-26', 'from': '2026-27',
         'to': '2032-33', 'hold': 'real', 'adoption': curve, 'revenue': {'one-off': '20%', 'recurring': '12.5%'}},
        {'id': 'more-wards', 'profile': 'level', 'programme': 'virtual-wards', 'amount': '£50m', 'prices': '2025-26', 'from': '2027-28',
         'to': '2028-29'},
    ]
    scenario = document('Revenue', '2024-25 to 2036-37', benchmarks=BENCHMARKS[:1], measures=measures)
    model = Delivery(published, scenario, comparators)
    wanted = []
    for name in ('revenue-one-off', 'revenue-recurring', 'revenue-consequences'):
        wanted += amounts(model, lambda c, y: model.revenue(name, c, y), name, ALL)
    for index, said in enumerate(measures):
        if 'revenue' in said:
            wanted += amounts(model, lambda c, y: model.one_off(index, y) + model.recurring(index, y), 'measure-revenue', (said['id'],))
    wanted += amounts(model, lambda c, y: model.measure(3, y) + model.measure(4, y), 'programme', ('virtual-wards',))
    wanted.append(series(lambda y: model.adoption(3, y), model.years, figure='adoption', benchmark='', category='wards',
                         unit='percent', prices=''))
    wanted += amounts(model, model.funded, 'funded', ALL)
    return [case('revenue-and-programmes', 'Day-to-day cost of measures of four profiles, and a programme along an s-curve.',
                 scenario, wanted)]


def optimism_bias(published, comparators):
    out = []
    evidence = {'evidence': 'An example'}
    for id, about, extra in (
        ('blend', 'Buildings in a blend, half of digital managed; the split national accounts give.',
         {'split': 'national-accounts', 'optimism-bias': {
             'infrastructure': {'type': {'standard-buildings': '70%', 'non-standard-buildings': '30%'}},
             'digital': {'mitigation': '50%', **evidence}}}),
        ('managed', '51% with 92% managed, on infrastructure alone.',
         {'optimism-bias': {'infrastructure': {'type': 'non-standard-buildings', 'mitigation': '92%', **evidence}}}),
        ('stated', 'The uplift itself, as an assumption.', {'assumptions': {'optimism-bias-digital': '60%'}}),
    ):
        scenario = document('Optimism bias, ' + id, '2024-25 to 2031-32', benchmarks=BENCHMARKS, **extra)
        model = Delivery(published, scenario, comparators)
        wanted = []
        for benchmark, categories in (('digital-need', ('digital',)), ('level', ALL), ('added', ALL)):
            wanted += amounts(model, lambda c, y: model.requirement(benchmark, c, y), 'requirement', categories, benchmark=benchmark)
            wanted += amounts(model, lambda c, y: model.requirement(benchmark, c, y, raised=False),
                              'requirement-before-optimism-bias', categories, ('nominal',), benchmark=benchmark)
            wanted += amounts(model, lambda c, y: model.requirement(benchmark, c, y) - model.spend(c, y), 'gap', categories,
                              ('2025-26',), benchmark=benchmark)
        wanted += amounts(model, model.buys, 'buys', ALL)
        wanted += amounts(model, model.spend, 'spend', ALL, ('nominal',))
        for category in CATEGORIES:
            wanted.append(series(lambda y: model.bias(category), [2026], figure='optimism-bias', benchmark='', category=category,
                                 unit='ratio', prices=''))
        out.append(case('optimism-bias.' + id, about, scenario, wanted))
    return out


DELIVERY_FILES = {'delivery': lambda published, comparators: delivery(published, comparators)
                  + revenue_and_programmes(published, comparators) + optimism_bias(published, comparators)}
