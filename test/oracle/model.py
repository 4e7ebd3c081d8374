"""MODEL.md 2, 4 and 5: prices, spend, requirement and gap of one scenario document."""

from decimal import Decimal
from comparators import HUNDRED, QUARTER, THREE_QUARTERS, Comparators, bridge, mean
from published import Missing, financial, last_day, start_of, value

CATEGORIES = ('infrastructure', 'digital', 'other')
SUB_CATEGORIES = {
    'estate': 'infrastructure', 'backlog': 'infrastructure', 'new-hospitals': 'infrastructure',
    'primary-care': 'infrastructure', 'equipment': 'infrastructure', 'it-infrastructure': 'digital',
    'electronic-records': 'digital', 'data-platform': 'digital', 'patient-access': 'digital',
    'remote-monitoring': 'digital', 'cyber-security': 'digital', 'research': 'other',
}
BRIDGED = ('comparator-share', 'stated-share', 'catch-up')
FIRST_LEASE_YEAR = 2022


# --- the words of a scenario ---------------------------------------------------------------------

def money(text):
    """£6.4bn or £450m, in GBP million."""
    sign = -1 if text.startswith('-') else 1
    text = text.lstrip('-')
    assert text[0] == '£', text
    if text.endswith('bn'):
        return sign * Decimal(text[1:-2]) * 1000
    assert text.endswith('m'), text
    return sign * Decimal(text[1:-1])


def percent(text):
    """0.6% as a ratio."""
    assert text.endswith('%'), text
    return Decimal(text[:-1]) / HUNDRED


def years(text):
    """The starting years of `2018-19 to 2039-40`, or of one year."""
    ends = text.split(' to ')
    return range(start_of(ends[0]), start_of(ends[-1]) + 1)


def window(text):
    """(first, last) of `2010-2019` or `2016`."""
    ends = str(text).split('-')
    return int(ends[0]), int(ends[-1])


def path(given, read):
    """A value for every year: constant, or straight lines between stated years and flat outside them."""
    if not isinstance(given, dict):
        constant = read(given)
        return lambda year: constant
    points = sorted((start_of(year), read(text)) for year, text in given.items())

    def at(year):
        if year <= points[0][0]:
            return points[0][1]
        if year >= points[-1][0]:
            return points[-1][1]
        for (y0, v0), (y1, v1) in zip(points, points[1:]):
            if y0 <= year <= y1:
                return v0 + (v1 - v0) * Decimal(year - y0) / Decimal(y1 - y0)
        raise AssertionError

    return at


def comparator(said):
    """A comparator as comparators.py takes it."""
    setting = {key: said[key] for key in ('group', 'series', 'asset', 'weighting', 'nations', 'subject') if key in said}
    setting['window'] = window(said.get('window', '2010-2019'))
    if 'hold' in said:
        setting['hold'] = window(said['hold'])
    return setting


class Model:
    def __init__(self, published, scenario, comparators=None):
        self.published = published
        self.scenario = scenario
        self.comparators = comparators or Comparators(published)
        self.years = years(scenario['years'])
        self.economy = scenario.get('economy', 'obr-2026-03')
        self.as_of = scenario.get('as-of')
        self.measures = scenario.get('measures', [])
        self.benchmarks = {b['id']: b for b in scenario.get('benchmarks', [])}
        self.gdp_rows = published.series('uk-gdp', published.vintage('uk-gdp', self.economy))
        self.deflator_rows = published.series('gdp-deflator', published.vintage('gdp-deflator', self.economy))
        self.resource_rows = published.series('dhsc-resource')
        self.memo = {}

    def assumption(self, name, read, default):
        said = self.scenario.get('assumptions', {}).get(name)
        if isinstance(said, dict) and 'value' in said:
            said = said['value'] if said['value'] != 'default' else None
        return path(said, read) if said is not None else (lambda year: default)

    # --- 1. choosing, 2. economy -------------------------------------------------------------------

    def capital_rows(self, as_of):
        """The spine of dhsc-capital: one chosen row a year. Rows of cdel-pre-esa2010 are off it."""

        def on_spine(row):
            definition, year = row['definition'], start_of(row['period'])
            if definition == 'nhs-capital-pre-esa2010':
                return year <= 2009
            if definition == 'cdel-esa2010-ifrs16':
                return year >= 2022
            return definition == 'cdel-esa2010' and year >= 2010

        key = ('capital', as_of)
        if key not in self.memo:
            self.memo[key] = self.published.series('dhsc-capital', on_spine, as_of)
        return self.memo[key]

    def extended(self, rows, year, assumption):
        """A published series; after its last year it grows at its last published growth, or as assumed."""
        last = max(rows)
        if year in rows:
            return value(rows[year])
        if year < last:
            raise Missing('not published for %s' % financial(year))
        published_growth = value(rows[last]) / value(rows[last - 1]) - 1
        growth = self.assumption(assumption, percent, published_growth)
        key = (assumption, year)
        if key not in self.memo:
            self.memo[key] = self.extended(rows, year - 1, assumption) * (1 + growth(year))
        return self.memo[key]

    def gdp(self, year):
        return self.extended(self.gdp_rows, year, 'gdp-growth')

    def deflator(self, year):
        return self.extended(self.deflator_rows, year, 'deflator-growth')

    def resource(self, year):
        return self.extended(self.resource_rows, year, 'resource-growth')

    def real(self, amount, year, base):
        """Nominal of `year` to prices of `base` (nominal stays)."""
        return amount if base == 'nominal' else amount * self.deflator(start_of(base)) / self.deflator(year)

    def nominal(self, amount, prices, year):
        """An amount in `prices` to money of `year`."""
        return amount if prices == 'nominal' else amount * self.deflator(year) / self.deflator(start_of(prices))

    def population(self, year):
        """England, mid-year, million."""
        key = ('population', year)
        if key not in self.memo:
            self.memo[key] = self.work_population(year)
        return self.memo[key]

    def work_population(self, year):
        rows = [r for r in self.published.rows('population')
                if r['geography'] == 'england' and r['year_type'] == 'calendar']
        chosen = self.published.series('population', lambda r: r in rows)
        projections = self.published.series('population', lambda r: r in rows and r['status'] == 'projection')
        last = max(chosen)
        if year > last:
            growth = self.assumption('population-growth', percent, self.population(last) / self.population(last - 1) - 1)
            return self.population(year - 1) * (1 + growth(year))
        if year not in chosen:
            raise Missing('no population of England for %d' % year)
        if chosen[year]['status'] != 'projection':
            return value(chosen[year])
        last_estimate = max(y for y, row in chosen.items() if row['status'] == 'estimate' and y < year)
        scale = Decimal(1)
        if last_estimate in projections:
            scale = value(chosen[last_estimate]) / value(projections[last_estimate])
        return value(chosen[year]) * scale

    def england_share(self):
        if 'england' not in self.memo:
            self.memo['england'] = self.work_england_share()
        return self.memo['england']

    def work_england_share(self):
        mid_2022 = {
            geography: value(self.published.series(
                'population',
                lambda r, g=geography: r['geography'] == g and r['year_type'] == 'calendar' and r['period'] == '2022',
            )[2022])
            for geography in ('england', 'uk')
        }
        return mid_2022['england'] / mid_2022['uk']

    # --- 4. baseline, split, measures, spend -------------------------------------------------------

    def rolled(self, amount, last, year):
        """The baseline after its last year, by the after-plans rule."""
        rule = self.scenario.get('baseline', {}).get('after-plans', 'flat-real')
        if rule == 'flat-nominal':
            return amount
        if rule == 'gdp-share':
            return amount / self.gdp(last) * self.gdp(year)
        real = amount * self.deflator(year) / self.deflator(last)
        if rule == 'flat-real':
            return real
        return real * (1 + percent(rule['real-growth'])) ** (year - last)

    def stated(self):
        return self.scenario.get('baseline', {}).get('stated')

    def baseline(self, year, as_of='scenario'):
        if self.stated():
            first = start_of(self.stated()['in'])
            if year < first:
                raise Missing('the stated baseline begins in %s' % financial(first))
            amount = money(self.stated()['amount'])
            return amount if year == first else self.rolled(amount, first, year)
        rows = self.capital_rows(self.as_of if as_of == 'scenario' else as_of)
        if year in rows:
            return value(rows[year])
        last = max(rows)
        if year < last:
            raise Missing('no capital budget published for %s' % financial(year))
        return self.rolled(value(rows[last]), last, year)

    def baseline_status(self, year):
        rows = self.capital_rows(self.as_of)
        return 'assumption' if self.stated() or year not in rows else rows[year]['status']

    def uk_mix(self, asset):
        """Mean of the UK's yearly shares of total GFCF in health, 2021-23."""
        return mean(
            self.comparators.asset('GBR', y, asset) / self.comparators.asset('GBR', y, 'total') for y in (2021, 2022, 2023)
        )

    def share(self, category, year):
        """Share of the baseline."""
        split = self.scenario.get('split', 'trust-accounts')
        default = {'digital': Decimal('0.1'), 'other': Decimal(0) if self.stated() else Decimal('0.24')}
        if split == 'national-accounts':
            default = {'digital': self.uk_mix('digital'), 'other': self.uk_mix('research')}
        named = split if isinstance(split, dict) else {}
        shares = {}
        for key in ('digital', 'other'):
            assumed = self.assumption(key + '-share', percent, default[key])
            shares[key] = path(named[key], percent)(year) if key in named else assumed(year)
        shares['infrastructure'] = 1 - shares['digital'] - shares['other']
        return shares[category]

    def own_share(self, said, category, year):
        """Share by the split of a measure or a benchmark, else by the scenario's."""
        if 'split' not in said:
            return self.share(category, year)
        return sum(
            (percent(text) for key, text in said['split'].items() if SUB_CATEGORIES.get(key, key) == category), Decimal(0)
        )

    def before(self, index, year):
        """Baseline and the measures listed before this one."""
        return self.baseline(year) + sum((self.measure(i, year) for i in range(index)), Decimal(0))

    def measure(self, index, year):
        """Nominal GBP million of one measure in one year, all categories."""
        key = ('measure', index, year)
        if key not in self.memo:
            self.memo[key] = self.work_measure(index, year)
        return self.memo[key]

    def work_measure(self, index, year):
        said = self.measures[index]
        profile = said['profile']
        if profile == 'schedule':
            starts = [start_of(y) for y in said['amounts']]
            first, last = min(starts), max(starts)
        else:
            first, last = start_of(said['from']), start_of(said['to'])
        if year < first:
            return Decimal(0)
        if year > last:
            return self.held(index, year, last)
        if profile == 'schedule':
            text = said['amounts'].get(financial(year))
            return Decimal(0) if text is None else self.nominal(money(text), said['prices'], year)
        steps = Decimal(year - (first - 1)) / Decimal(last - (first - 1))
        if profile in ('level', 'ramp', 'total'):
            amount = money(said['amount'])
            if profile == 'ramp':
                amount *= steps
            if profile == 'total':
                amount /= Decimal(last - first + 1)
            return self.nominal(amount, said['prices'], year)
        opening = self.before(index, first - 1)
        if profile == 'growth':
            real = (1 + percent(said['rate'])) ** (year - first + 1)
            return opening * real * self.deflator(year) / self.deflator(first - 1) - self.before(index, year)
        goal = percent(said['share'])
        if profile == 'reach-gdp-share':
            start = opening / self.gdp(first - 1)
        else:
            start = opening / (opening + self.resource(first - 1))
        return self.at_share(index, year, start + (goal - start) * steps)

    def at_share(self, index, year, share):
        """The addition that brings the total to a share of GDP, or of capital plus resource budget."""
        said, capital = self.measures[index], self.before(index, year)
        if said['profile'] == 'reach-gdp-share':
            return share * self.gdp(year) - capital
        if said.get('envelope', 'new-money') == 'new-money':
            return share * self.resource(year) / (1 - share) - capital
        return share * (capital + self.resource(year)) - capital

    def held(self, index, year, last):
        said = self.measures[index]
        profile = said['profile']
        default = {'ramp': 'real', 'growth': 'real', 'reach-gdp-share': 'share', 'reach-budget-share': 'share'}
        hold = said.get('hold', default.get(profile, 'stop'))
        if hold == 'stop':
            return Decimal(0)
        if hold == 'share' and profile.startswith('reach-'):
            return self.at_share(index, year, percent(said['share']))
        final = self.measure(index, last)
        if hold == 'nominal':
            return final
        if hold == 'real':
            return final * self.deflator(year) / self.deflator(last)
        return final / self.gdp(last) * self.gdp(year)

    def funded(self, category, year):
        total = self.baseline(year) * (1 if category == 'total' else self.share(category, year))
        for index, said in enumerate(self.measures):
            total += self.measure(index, year) * (1 if category == 'total' else self.own_share(said, category, year))
        return total

    def planned(self, year):
        return self.baseline_status(year) not in ('outturn', 'estimate')

    def spend(self, category, year):
        funded = self.funded(category, year)
        if not self.planned(year):
            return funded
        underspend = self.assumption('underspend', percent, Decimal(0))(year)
        switch = self.assumption('switch-to-revenue', money, Decimal(0))(year)
        return funded * (1 - underspend) - switch * (1 if category == 'total' else self.share(category, year))

    # --- 5. requirement and gap --------------------------------------------------------------------

    def ratios(self, series):
        key = ('ratios', series)
        if key not in self.memo:
            self.memo[key] = self.work_ratios(series)
        return self.memo[key]

    def work_ratios(self, series):
        capital = {t: value(row) for t, row in self.capital_rows(None).items()}
        gdp = {t: self.gdp(t) for t in range(2013, 2019)}
        return bridge(self.comparators, series, capital, gdp, self.england_share())

    def ratio(self, series, band):
        ratios = self.ratios(series).values()
        if band == 'low':
            return min(ratios)
        if band == 'high':
            return max(ratios)
        name = 'cdel-per-gfcf' if series == 'who' else 'cdel-per-gfcf-national-accounts'
        return self.assumption(name, Decimal, mean(ratios))(0)

    def leases(self, year):
        """Added to every bridged requirement from 2022-23."""
        if year < FIRST_LEASE_YEAR:
            return Decimal(0)
        return self.assumption('ifrs16-leases', money, Decimal(0))(year)

    def category_of(self, said):
        asset = said.get('asset', 'total') if said['kind'] == 'comparator-share' else 'total'
        return said.get('category', asset)

    def claimed_years(self, said, year):
        if 'from' in said and year < start_of(said['from']) or 'to' in said and year > start_of(said['to']):
            raise Missing('outside-benchmark-years')

    def core(self, said, year, band):
        """The requirement on the benchmark's own category, leases apart."""
        kind = said['kind']
        if kind == 'comparator-share' or kind == 'catch-up':
            setting = comparator(said)
            factor = self.england_share() * self.ratio(setting.get('series', 'who'), band)
            adjustment = self.assumption('comparator-share-adjustment', percent, Decimal(0))(year)
            amount = self.comparators.held_share(setting) * (1 + adjustment) / HUNDRED * self.gdp(year) * factor
            if kind == 'catch-up' and start_of(said['from']) <= year <= start_of(said['by']):
                amount += self.nominal(self.catch_up_part(said, band), said['from'], year)
            return amount
        if kind == 'stated-share':
            within = said.get('within', [said['share'], said['share']])
            share = percent({'low': within[0], 'mean': said['share'], 'high': within[1]}[band])
            return share * self.gdp(year) * self.england_share() * self.ratio('who', band)
        if kind == 'stated-level':
            self.claimed_years(said, year)
            return self.nominal(money(said['amount']), said['prices'], year)
        if kind == 'stated-additional':
            self.claimed_years(said, year)
            category = self.category_of(said)
            frozen = last_day(said['frozen']) if 'frozen' in said else self.published.source_date(said['source'])
            baseline = self.baseline(year, frozen) * (1 if category == 'total' else self.share(category, year))
            return baseline + self.nominal(money(said['amount']), said['prices'], year)
        assert kind == 'budget-share'
        first, by, goal = start_of(said['from']), start_of(said['by']), percent(said['share'])
        if year < first:
            raise Missing('outside-benchmark-years')
        opening = self.baseline(first - 1) / (self.baseline(first - 1) + self.resource(first - 1))
        share = goal
        if year < by:
            share = opening + (goal - opening) * Decimal(year - (first - 1)) / Decimal(by - (first - 1))
        if said.get('envelope', 'fixed') == 'fixed':
            return share * (self.baseline(year) + self.resource(year))
        return share * self.resource(year) / (1 - share)

    def recovery(self, said, band, base):
        """The depreciated look-back shortfall of a catch-up, in prices of the year that starts in `base`."""
        setting = comparator(said)
        first, last = setting['window']
        gaps = {y: self.comparators.lookback(setting, y)[2] for y in range(first, last + 1)}
        depreciation = (
            percent(said['depreciation']) if 'depreciation' in said
            else self.assumption('catch-up-depreciation', percent, Decimal('0.05'))(0)
        )
        start = start_of(said['from'])
        total = Decimal(0)
        for t in range(first - 1, last + 1):
            nominal = THREE_QUARTERS * gaps.get(t, Decimal(0)) + QUARTER * gaps.get(t + 1, Decimal(0))
            total += nominal * self.deflator(base) / self.deflator(t) * (1 - depreciation) ** (start - t)
        return total * self.england_share() * self.ratio(setting.get('series', 'who'), band)

    def catch_up_part(self, said, band):
        """One of the even parts, in prices of the benchmark's first year."""
        start, by = start_of(said['from']), start_of(said['by'])
        key = ('recovery', said['id'], band)
        if key not in self.memo:
            self.memo[key] = self.recovery(said, band, start) / Decimal(by - start + 1)
        return self.memo[key]

    def requirement(self, benchmark, category, year, band='mean'):
        said = self.benchmarks[benchmark]
        own = self.category_of(said)
        if own != 'total' and category != own:
            raise Missing('the benchmark speaks of %s alone' % own)
        core = self.core(said, year, band)
        leases = self.leases(year) if said['kind'] in BRIDGED else Decimal(0)
        if category == 'total':
            return core + leases
        # Leases are shared by the baseline's split, whatever the benchmark's own.
        return core * (1 if own != 'total' else self.own_share(said, category, year)) + leases * self.share(category, year)

    def gap(self, benchmark, category, year, band='mean'):
        return self.requirement(benchmark, category, year, band) - self.spend(category, year)

    def shortfall(self, benchmark, category, year):
        if category == 'total':
            return sum((self.shortfall(benchmark, c, year) for c in CATEGORIES), Decimal(0))
        return max(self.gap(benchmark, category, year), Decimal(0))

    def cumulative(self, figure, benchmark, category, year, prices):
        """Sum of each year's amount in the output's prices, over years that have a requirement."""
        planned = [y for y in self.years if self.planned(y)]
        if not planned or year < planned[0]:
            raise Missing('before the first year still planned')
        parts = []
        for y in range(planned[0], year + 1):
            try:
                parts.append(self.real(figure(benchmark, category, y), y, prices))
            except Missing:
                pass
        if not parts:
            raise Missing('no year with a requirement yet')
        return sum(parts, Decimal(0))

    def figure(self, name, benchmark, category, year, prices):
        """One cell of `run`, in the output's prices where it is money."""
        if name == 'baseline':
            share = 1 if category == 'total' else self.share(category, year)
            return self.real(self.baseline(year) * share, year, prices)
        if name in ('funded', 'spend'):
            return self.real(getattr(self, name)(category, year), year, prices)
        if name in ('requirement', 'gap', 'shortfall'):
            return self.real(getattr(self, name)(benchmark, category, year), year, prices)
        if name in ('gap-low', 'gap-high'):
            return self.real(self.gap(benchmark, category, year, name[4:]), year, prices)
        if name in ('cumulative-gap', 'cumulative-shortfall'):
            return self.cumulative(getattr(self, name[11:]), benchmark, category, year, prices)
        if name == 'gap-share-of-gdp':
            return self.gap(benchmark, category, year) / self.gdp(year) * HUNDRED
        assert name == 'gap-per-head'
        return self.real(self.gap(benchmark, category, year), year, prices) / self.population(year)
