"""MODEL.md 6, stocks and backlog, by other ways than the model's: the stock as a sum of what is left of each year's
spend, and the investment that clears the backlog by trying two amounts and drawing the line through them."""

from decimal import Decimal
from cases import case, document, series, text
from comparators import mean
from model import CATEGORIES, Model, money, percent
from published import Missing, financial, start_of, value

OPEN = 2023
RATES = {'structures': '0.03', 'equipment': '0.13', 'digital': '0.31', 'research': '0.20'}
LEFT_OUT = (2004, 2005, 2006, 2007, 2019)
REVIEW = {'from': 2025, 'to': 2029, 'published': '2025-06-11', 'amount': Decimal(6000)}


def remembered(work):
    """Worked once for each model and its arguments."""

    def once(self, *given):
        key = (work.__name__,) + given
        if key not in self.memo:
            self.memo[key] = work(self, *given)
        return self.memo[key]

    return once


class Stocks(Model):
    # --- the capital stock -------------------------------------------------------------------------

    @remembered
    def uk_stock(self):
        rows = {r['asset']: value(r) for r in self.published.rows('health-capital-stock')
                if r['nation'] == 'GBR' and r['period'] == str(OPEN)}
        digital = rows['ict-equipment'] + rows['software-databases']
        structures = rows['structures'] + rows['dwellings']
        research = rows['research-development']
        return {'digital': digital, 'other': research, 'infrastructure': rows['total'] - digital - research,
                'structures': structures,
                'equipment': rows['other-machinery'] + rows['transport-equipment'] + rows['cultivated-assets']}

    @remembered
    def rate(self, category):
        def said(asset):
            return self.assumption('depreciation-' + asset, percent, Decimal(RATES[asset]))(OPEN)

        if category == 'digital':
            return said('digital')
        if category == 'other':
            return said('research')
        stock = self.uk_stock()
        parts = ('structures', 'equipment')
        return sum(stock[p] * said(p) for p in parts) / sum(stock[p] for p in parts)

    @remembered
    def opening(self, category):
        usual = self.uk_stock()[category] * self.england_share()
        return self.assumption('opening-stock-' + category, money, usual)(OPEN)

    @remembered
    def in_stock_prices(self, category, year):
        return self.real(self.spend(category, year), year, financial(OPEN))

    def left(self, category, amount, since, year):
        """What is left in `year` of capital that stood at the end of `since`."""
        return amount * (1 - self.rate(category)) ** (year - since)

    @remembered
    def standing(self, category, year, first=None):
        """The stock in prices of 2023-24, or the part of it spent from `first` on."""
        if first is None and year < OPEN:
            raise Missing('before the stock opens')
        start = OPEN + 1 if first is None else first
        total = self.left(category, self.opening(category), OPEN, year) if first is None else Decimal(0)
        return total + sum((self.left(category, self.in_stock_prices(category, y), y, year)
                            for y in range(start, year + 1)), Decimal(0))

    def first_planned(self):
        return next(y for y in self.years if self.planned(y))

    def each(self, work, category, year, among=CATEGORIES):
        if category == 'total':
            return sum((work(c, year) for c in among), Decimal(0))
        if category not in among:
            raise Missing('no such figure of ' + category)
        return work(category, year)

    def stock_figure(self, name, category, year):
        def worn(c, y):
            return self.rate(c) * self.standing(c, y - 1)

        def charged(work, among=CATEGORIES):
            if year < self.first_planned():
                raise Missing('no new capital yet')
            return self.each(work, category, year, among)

        new = self.first_planned()
        if name == 'capital-stock':
            amount = self.each(self.standing, category, year)
        elif name == 'depreciation':
            amount = self.each(worn, category, year)
        elif name == 'net-investment':
            amount = self.each(lambda c, y: self.standing(c, y) - self.standing(c, y - 1), category, year)
        elif name == 'new-capital-depreciation':
            amount = charged(lambda c, y: self.rate(c) * self.standing(c, y - 1, new))
        else:
            assert name == 'public-dividend-capital-charge', name
            rate = self.assumption('public-dividend-capital-rate', percent, Decimal('0.035'))(OPEN)
            amount = charged(lambda c, y: rate * (self.standing(c, y - 1, new) + self.standing(c, y, new)) / 2,
                             ('infrastructure', 'digital'))
        return self.nominal(amount, financial(OPEN), year)

    @remembered
    def workers(self, year):
        """Million: the UK's density on England's people."""
        rows = self.published.series('health-workforce', lambda r: r['nation'] == 'GBR', dimension='profession')
        last = min(max(y for p, y in rows if p == each) for each in ('doctors', 'nurses-and-midwives'))
        then = min(year, last)
        density = sum(value(rows[(p, then)]) for p in ('doctors', 'nurses-and-midwives'))
        density = self.assumption('health-workers-per-10000-people', Decimal, density)(year)
        return self.population(year) * density / 10000

    # --- the backlog -------------------------------------------------------------------------------

    @remembered
    def backlog_rows(self):
        rows = self.published.series('maintenance-backlog', lambda r: r['risk'] == 'total', self.as_of)
        return {y: value(r) for y, r in rows.items()}

    @remembered
    def invested_rows(self):
        return {y: value(r) for y, r in self.published.series('backlog-investment', as_of=self.as_of).items()}

    def last(self):
        return max(self.backlog_rows())

    def cleared(self):
        return self.assumption('backlog-cleared-per-pound', Decimal, Decimal(1))(OPEN)

    def residual(self, year):
        """What arose in a year, in its own money."""
        backlog, invested = self.backlog_rows(), self.invested_rows()
        if year not in backlog or year - 1 not in backlog or year not in invested:
            raise Missing('a part of it is not published')
        stood = backlog[year - 1] * self.deflator(year) / self.deflator(year - 1)
        return backlog[year] - stood + self.cleared() * invested[year]

    def arising_years(self):
        return [y for y in range(1998, self.last() + 1) if y not in LEFT_OUT and y in self.backlog_rows()
                and y - 1 in self.backlog_rows() and y in self.invested_rows()]

    @remembered
    def arising(self, year):
        base = financial(self.last())
        usual = mean([self.real(self.residual(y), y, base) for y in self.arising_years()])
        return self.nominal(self.assumption('backlog-arising', money, usual)(self.last()), base, year)

    def price_growth(self, year):
        usual = self.deflator(year) / self.deflator(year - 1) - 1
        return self.assumption('backlog-price-growth', percent, usual)(year)

    def in_plans(self, year):
        invested = self.invested_rows()
        level = self.nominal(invested[max(invested)], financial(max(invested)), year)
        if (self.as_of and self.as_of < REVIEW['published']) or year < REVIEW['from']:
            usual = level
        elif year <= REVIEW['to']:
            usual = REVIEW['amount']
        else:
            usual = self.rolled(REVIEW['amount'], REVIEW['to'], year)
        return self.assumption('backlog-planned', money, usual)(year)

    @remembered
    def investment(self, year):
        if year <= self.last():
            if year not in self.invested_rows():
                raise Missing('no investment published')
            return self.invested_rows()[year]
        added = sum((self.measure(i, year) * percent(m.get('split', {}).get('backlog', '0%'))
                     for i, m in enumerate(self.measures)), Decimal(0))
        return (self.in_plans(year) + added) * (1 - self.assumption('underspend', percent, Decimal(0))(year))

    @remembered
    def backlog(self, year):
        rows = self.backlog_rows()
        if year <= self.last():
            if year not in rows:
                raise Missing('no backlog published')
            return rows[year]
        grown = self.backlog(year - 1) * (1 + self.price_growth(year)) + self.arising(year)
        return max(grown - self.cleared() * self.investment(year), Decimal(0))

    def left_over(self, said, a_year, first):
        """The backlog at the end of `by` less its target, when `a_year` of the first year's money is spent every year."""
        stands = self.backlog(first - 1)
        for year in range(first, start_of(said['by']) + 1):
            spent = self.nominal(a_year, financial(first), year)
            stands = stands * (1 + self.price_growth(year)) + self.arising(year) - self.cleared() * spent
        return stands - self.stated_money(said.get('target', '£0m'), start_of(said['by']))

    def stated_money(self, words, year):
        amount, _, prices = words.partition(' in ')
        return self.nominal(money(amount), prices.replace(' prices', '') or 'nominal', year)

    @remembered
    def line(self, id, first):
        """The target missed by with nothing spent, and with £1bn a year."""
        return tuple(self.left_over(self.benchmarks[id], Decimal(x), first) for x in (0, 1000))

    def needed(self, said, year):
        first = 2025
        if year > start_of(said['by']):
            before, now = (self.stated_money(said.get('target', '£0m'), y) for y in (year - 1, year))
            return (before * (1 + self.price_growth(year)) + self.arising(year) - now) / self.cleared()
        nothing, thousand = self.line(said['id'], first)
        return self.nominal(1000 * nothing / (nothing - thousand), financial(first), year)

    def category_of(self, said):
        return 'infrastructure' if said['kind'] == 'clear-backlog' else super().category_of(said)

    def core(self, said, year, band):
        if said['kind'] != 'clear-backlog':
            return super().core(said, year, band)
        if year < 2025:
            raise Missing('outside-benchmark-years')
        planned = self.stated_money(said['planned'], year) if 'planned' in said else self.in_plans(year)
        more = max(self.needed(said, year) - planned, Decimal(0))
        return self.baseline(year) * self.share('infrastructure', year) + more


def stocks(published, comparators):
    out = []
    span = '2023-24 to 2036-37'
    clearing = [
        {'id': 'all', 'kind': 'clear-backlog', 'by': '2034-35'},
        {'id': 'some', 'kind': 'clear-backlog', 'by': '2034-35', 'planned': '£1.4bn in 2021-22 prices'},
        {'id': 'half', 'kind': 'clear-backlog', 'by': '2030-31', 'target': '£7.95bn in 2024-25 prices', 'planned': '£1.4bn'},
    ]
    measure = {'id': 'm', 'title': 'Backlog', 'profile': 'level', 'amount': '£2bn', 'prices': '2025-26', 'from': '2026-27',
               'to': '2031-32', 'split': {'backlog': '80%', 'it-infrastructure': '20%'}}
    for id, about, extra in (
        ('default', 'Current plans: everything at its default.', {}),
        ('measure', 'A measure that puts 80% of its money into the backlog, with an underspend.',
         {'measures': [measure], 'assumptions': {'underspend': '3%', 'backlog-planned': '£1.4bn'}}),
        ('stated', 'Every assumption of the chapter stated.', {'assumptions': {
            'depreciation-structures': '2%', 'depreciation-equipment': '10%', 'depreciation-digital': '25%',
            'depreciation-research': '15%', 'opening-stock-digital': '£9bn', 'public-dividend-capital-rate': '4%',
            'health-workers-per-10000-people': {'2023-24': '130', '2029-30': '140'}, 'backlog-arising': '£1.5bn',
            'backlog-cleared-per-pound': '0.8', 'backlog-price-growth': '4%',
            'backlog-planned': {'2025-26': '£2bn', '2029-30': '£3bn'}}}),
        ('as-of-2023-11-28', 'As policy stood before the Spending Review of 2025.', {'as-of': '2023-11-28'}),
    ):
        scenario = document('Stocks, ' + id, span, benchmarks=clearing, **extra)
        model = Stocks(published, scenario, comparators)
        wanted = []
        for prices in ('nominal', '2025-26'):
            for name in ('capital-stock', 'depreciation', 'net-investment', 'new-capital-depreciation',
                         'public-dividend-capital-charge'):
                for category in CATEGORIES + ('total',):
                    wanted.append(series(
                        lambda y: model.real(model.stock_figure(name, category, y), y, prices), model.years,
                        figure=name, benchmark='', category=category, unit='GBP million', prices=prices))
            for name, people, unit in (('capital-stock-per-head', model.population, 'GBP per person'),
                                       ('capital-stock-per-health-worker', model.workers, 'GBP per health worker')):
                wanted.append(series(
                    lambda y: model.real(model.stock_figure('capital-stock', 'total', y), y, prices) / people(y),
                    model.years, figure=name, benchmark='', category='total', unit=unit, prices=prices))
            for name, work in (('backlog', model.backlog), ('arising', model.arising), ('backlog-investment', model.investment),
                               ('backlog-residual', model.residual)):
                wanted.append(series(
                    lambda y: model.real(work(y), y, prices), range(1997, 2037) if name != 'arising' else model.years,
                    figure=name, benchmark='', category='infrastructure', unit='GBP million', prices=prices))
            for benchmark in model.benchmarks:
                for figure in ('requirement', 'gap', 'cumulative-gap'):
                    for category in ('infrastructure', 'digital', 'total'):
                        wanted.append(series(
                            lambda y: model.figure(figure, benchmark, category, y, prices), model.years,
                            figure=figure, benchmark=benchmark, category=category, unit='GBP million', prices=prices))
        out.append(case(id, about, scenario, wanted))
    return out


def history_of_arising(published):
    """The years behind what arises, and their mean and standard deviation in 2024-25 prices: test/analyses checks them."""
    model = Stocks(published, document('History', '2024-25 to 2026-27'))
    found = {y: model.real(model.residual(y), y, financial(model.last())) for y in model.arising_years()}
    middle = mean(list(found.values()))
    deviation = (sum((each - middle) ** 2 for each in found.values()) / (len(found) - 1)).sqrt()
    return {'years': {financial(y): text(each) for y, each in found.items()}, 'mean': text(middle), 'deviation': text(deviation)}


STOCK_FILES = {'stocks': stocks}
