"""MODEL.md 3: what other nations invest, the look-back, and the bridge to the capital budget."""

from decimal import Decimal
from published import Missing, choose, value

THREE_QUARTERS = Decimal('0.75')
QUARTER = Decimal('0.25')
HUNDRED = Decimal(100)


def mean(values):
    values = list(values)
    return sum(values, Decimal(0)) / Decimal(len(values))


class Comparators:
    """Shares of GDP by nation and calendar year, in percent, of one series and asset."""

    def __init__(self, published):
        self.published = published
        self.memo = {}
        self.gdp_rows = published.series('nation-gdp', dimension='nation')
        self.ppp_rows = published.series('nation-ppp', dimension='nation')
        self.who = published.series('health-capital-share', dimension='nation')
        # Per row (nation, year, asset) of human health, Q86, the one chosen.
        self.assets = {}
        cells = {}
        for row in published.rows('health-capital-assets'):
            if row['industry'] == 'Q86':
                cells.setdefault((row['nation'], int(row['period']), row['asset']), []).append(row)
        for key, rows in cells.items():
            self.assets[key] = value(choose(rows))

    def gdp(self, nation, year):
        """National currency."""
        if (nation, year) not in self.gdp_rows:
            raise Missing('no GDP of %s in %d' % (nation, year))
        return value(self.gdp_rows[(nation, year)])

    def asset(self, nation, year, asset):
        """Million national currency: total, digital, research or infrastructure."""

        def cell(name):
            if (nation, year, name) not in self.assets:
                raise Missing('no %s of %s in %d' % (name, nation, year))
            return self.assets[(nation, year, name)]

        if asset == 'total':
            return cell('total')
        if asset == 'research':
            return cell('research-development')
        if asset == 'digital':
            if (nation, year, 'ict-equipment') in self.assets:
                equipment = cell('ict-equipment')
            else:
                equipment = cell('ict-equipment-computers') + cell('ict-equipment-communications')
            return equipment + cell('software-databases')
        assert asset == 'infrastructure'
        return cell('total') - self.asset(nation, year, 'digital') - cell('research-development')

    def share(self, nation, year, series='who', asset='total'):
        """Percent of GDP."""
        if series == 'who':
            if (nation, year) not in self.who:
                raise Missing('no capital share of %s in %d' % (nation, year))
            return value(self.who[(nation, year)])
        return self.asset(nation, year, asset) * Decimal(10) ** 6 / self.gdp(nation, year) * HUNDRED

    def has(self, nation, year, series, asset):
        try:
            self.share(nation, year, series, asset)
            return True
        except Missing:
            return False

    def nations(self, setting):
        """(kept by year, kept at all, dropped with the years they lack)."""
        subject = setting.get('subject', 'GBR')
        series, asset = setting.get('series', 'who'), setting.get('asset', 'total')
        first, last = setting['window']
        window = range(first, last + 1)
        members = [n for n in self.published.groups()[setting['group']] if n != subject]
        lacking = {n: [y for y in window if not self.has(n, y, series, asset)] for n in members}
        if setting.get('nations', 'complete') == 'complete':
            kept = sorted(n for n in members if not lacking[n])
            by_year = {y: kept for y in window}
        else:
            by_year = {y: sorted(n for n in members if y not in lacking[n]) for y in window}
            kept = sorted({n for nations in by_year.values() for n in nations})
        dropped = {n: lacking[n] for n in sorted(members) if n not in kept}
        return by_year, kept, dropped

    def comparator_share(self, setting, year):
        """Percent of GDP in one calendar year of the window."""
        key = (year, tuple(sorted(setting.items())))
        if key not in self.memo:
            self.memo[key] = self.work_comparator_share(setting, year)
        return self.memo[key]

    def work_comparator_share(self, setting, year):
        series, asset = setting.get('series', 'who'), setting.get('asset', 'total')
        nations = self.nations(setting)[0][year]
        if not nations:
            raise Missing('no nation of %s has data' % setting['group'])
        shares = {n: self.share(n, year, series, asset) for n in nations}
        weighting = setting.get('weighting', 'simple')
        if weighting == 'simple':
            return mean(shares.values())
        if weighting == 'gdp':
            weights = {n: self.gdp(n, year) / value(self.ppp_rows[(n, year)]) for n in nations}
            total = sum(weights.values(), Decimal(0))
            return sum((shares[n] * weights[n] for n in nations), Decimal(0)) / total
        ordered = sorted(shares.values())
        if weighting == 'median':
            half = len(ordered) // 2
            return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
        assert weighting == 'top-quartile'
        return mean(ordered[-max(1, len(ordered) // 4):])

    def held_share(self, setting):
        """Mean of the yearly comparator shares over the hold years: by default the last five of the window."""
        first, last = setting['window']
        start, end = setting.get('hold') or (max(first, last - 4), last)
        return mean(self.comparator_share(setting, y) for y in range(start, end + 1))

    def lookback(self, setting, year):
        """(actual, counterfactual, gap), GBP million of the year (million national currency for other subjects)."""
        subject = setting.get('subject', 'GBR')
        gdp = self.gdp(subject, year) / Decimal(10) ** 6
        actual = self.share(subject, year, setting.get('series', 'who'), setting.get('asset', 'total')) / HUNDRED * gdp
        counterfactual = self.comparator_share(setting, year) / HUNDRED * gdp
        return actual, counterfactual, counterfactual - actual

    def financial_share(self, year, series):
        """UK share of GDP in the financial year that starts in `year`, total, percent."""
        return THREE_QUARTERS * self.share('GBR', year, series) + QUARTER * self.share('GBR', year + 1, series)


def bridge(comparators, series, capital, uk_gdp, england_share):
    """cdelPerGfcf by starting year, 2013-14 to 2018-19. `capital` and `uk_gdp` map starting year to GBP million."""
    return {
        t: capital[t] / (comparators.financial_share(t, series) / HUNDRED * uk_gdp[t] * england_share)
        for t in range(2013, 2019)
    }
